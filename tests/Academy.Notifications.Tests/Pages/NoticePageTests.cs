using System.Net;
using System.Text.RegularExpressions;
using Academy.Contracts.Notifications;
using Academy.Kernel.Data;
using Academy.Kernel.Web;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Notifications.Tests.Pages;

public sealed class NoticePageTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("/notices")]
    [InlineData("/notices/choices")]
    [InlineData("/api/v1/notices")]
    public async Task Everybody_with_an_account_reads_their_own_and_strangers_nothing(string path)
    {
        foreach (var account in DemoAccounts.All)
        {
            using var member = await _site.SignInAsync(account.Email);
            using var answer = await member.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, account.Email);
        }

        using var stranger = _site.Client();
        using var refused = await stranger.GetAsync(path);
        refused.StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_bell_counts_what_is_unread_and_opening_a_notice_reads_it()
    {
        await TellAsync("1");
        await TellAsync("2");
        using var browser = await _site.SignInAsync(Given.Learner);

        var page = await browser.GetStringAsync("/notices");
        page.ShouldContain("2 nouvelles");
        page.ShouldContain("Ton mot de passe a été changé");

        var id = Regex.Match(page, "name=\"id\" value=\"([^\"]+)\"").Groups[1].Value;
        using var opened = await browser.PostFormAsync("/notices?handler=Open", ("id", id));
        opened.Headers.Location!.OriginalString.ShouldBe("/projects/premiers-pas");
        (await browser.GetStringAsync("/notices")).ShouldContain("1 nouvelle\"");

        using var all = await browser.PostFormAsync("/notices?handler=AllRead");
        (await browser.GetStringAsync("/notices")).ShouldContain("rien de nouveau");
    }

    [Fact]
    public async Task Nobody_reads_or_marks_the_notices_of_somebody_else()
    {
        await TellAsync("1");
        using var mine = await _site.ProgramAsync(Given.Learner);
        var notice = (await mine.JsonAsync(HttpMethod.Get, "/api/v1/notices")).GetProperty("items").EnumerateArray().Single();
        var id = notice.GetProperty("id").GetString();
        using var other = await _site.ProgramAsync(Given.OtherLearner);

        (await other.JsonAsync(HttpMethod.Get, "/api/v1/notices")).GetProperty("items").GetArrayLength().ShouldBe(0);
        using var refused = await other.PostAsync($"/api/v1/notices/{id}/read", null);
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var read = await mine.PostAsync($"/api/v1/notices/{id}/read", null);
        read.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var after = (await mine.JsonAsync(HttpMethod.Get, "/api/v1/notices?unread=true")).GetProperty("items");
        after.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_token_that_may_only_read_marks_nothing()
    {
        using var reader = await _site.ProgramAsync(Given.Learner, "api:read");

        using var refused = await reader.PostAsync("/api/v1/notices/read", null);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_choice_is_kept()
    {
        using var browser = await _site.SignInAsync(Given.Learner);

        using var saved = await browser.PostFormAsync("/notices/choices", ("inSite", "Team"), ("byMail", "Help"), ("byMail", "Pace"));

        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await browser.GetStringAsync("/notices/choices");
        Regex.Matches(page, "name=\"(\\w+)\" value=\"(\\w+)\" checked").Select(m => (m.Groups[1].Value, m.Groups[2].Value))
            .ShouldBe([("inSite", "Team"), ("byMail", "Help"), ("byMail", "Pace")], ignoreOrder: true);
    }

    [Fact]
    public async Task Without_notices_the_page_says_what_will_stand_there()
    {
        using var browser = await _site.SignInAsync(Given.Learner);

        (await browser.GetStringAsync("/notices")).ShouldContain("Rien à lire");
    }

    private async Task TellAsync(string key)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        var now = TimeProvider.System.GetUtcNow();
        var me = await _site.PersonAsync();
        db.Publish(new NoticeDue(me, NoticeKind.Help, "Your password was changed", null, [], "/projects/premiers-pas", key, now), now);
        await db.SaveChangesAsync();
        await Until.TrueAsync(
            async () => await db.Set<Academy.Notifications.Notices.Notice>().AnyAsync(n => n.PersonId == me && n.Key == key), "the notice");
    }
}
