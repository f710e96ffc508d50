using System.Net;
using System.Text;

namespace Academy.Repositories.Tests.Serving;

/// <summary>Requests that no git client makes.</summary>
[Collection(OnSharedSite.Name)]
public sealed class HostileRequestTests(SharedSite shared)
{
    [Fact]
    public async Task A_push_that_breaks_off_changes_nothing()
    {
        await using var site = await GitSite.OnAsync(shared);
        var head = (await site.Bare.FindMainAsync(CancellationToken.None))!.Id;

        var answer = await site.SendAsync($"{head} {new string('1', 40)} refs/heads/main\0report-status side-band-64k", "PACK\0\0\0\u0002\0\0\0\u0009"u8.ToArray());

        answer.ShouldNotContain("unpack ok");
        (await site.Bare.FindMainAsync(CancellationToken.None))!.Id.ShouldBe(head);
        await site.CloneAsync();
        await site.NextPushWorksAsync();
    }

    [Theory]
    [InlineData("zzzz")]
    [InlineData("fff0")]
    [InlineData("ffff")]
    [InlineData("0")]
    [InlineData("")]
    public async Task What_is_no_push_is_a_bad_request(string body)
    {
        await using var site = await GitSite.OnAsync(shared);

        using var answer = await site.PostAsync("git-receive-pack", new ByteArrayContent(Encoding.UTF8.GetBytes(body)));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_protocol_header_is_not_passed_on_as_it_is()
    {
        await using var site = await GitSite.OnAsync(shared);
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Git-Protocol", "version=2:evil=$(touch x):version=9");

        using var answer = await client.GetAsync($"{site.Path}/info/refs?service=git-upload-pack");

        (await answer.Content.ReadAsStringAsync()).ShouldStartWith("000eversion 2\n");
    }
}
