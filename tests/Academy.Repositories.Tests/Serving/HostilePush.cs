using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Academy.Contracts.Repositories;
using Academy.Kernel.Web;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Repositories.Tests.Serving;

/// <summary>Pushes by hand, as no git client would make them.</summary>
internal static class HostilePush
{
    public static async Task NextPushWorksAsync(this GitSite site)
    {
        await site.Git.RunAsync("work", "reset", "--quiet", "--hard", "origin/main");
        var answer = await site.PushAsync("next.txt", "next\n");
        answer.ExitCode.ShouldBe(0, answer.Errors);
    }

    public static Task<string> MakeTreeAsync(this GitSite site, string[] lines) =>
        site.Git.RunAsync("work", string.Concat(lines.Select(line => line + "\0")), ["mktree", "-z"]);

    public static async Task<GitAnswer> PushTreeAsync(this GitSite site, string tree)
    {
        var commit = await site.Git.RunAsync("work", "commit-tree", "-p", "HEAD", "-m", "By hand", tree);
        return await site.Git.TryAsync("work", "push", "origin", $"{commit}:refs/heads/main");
    }

    public static async Task<string> SendPackAsync(this GitSite site, byte[] pack)
    {
        var head = (await site.Bare.FindMainAsync(CancellationToken.None))!.Id;
        return await site.SendAsync($"{head} {new string('1', 40)} refs/heads/main\0report-status side-band-64k", pack);
    }

    /// <summary>A push by hand: one command line, and what follows it.</summary>
    public static async Task<string> SendAsync(this GitSite site, string command, byte[] pack)
    {
        using var answer = await site.PostAsync("git-receive-pack", new ByteArrayContent(
            [.. Encoding.UTF8.GetBytes($"{command.Length + 5:x4}{command}\n0000"), .. pack]));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    public static async Task<HttpResponseMessage> PostAsync(this GitSite site, string service, HttpContent content)
    {
        using var client = site.Client();
        content.Headers.ContentType = new MediaTypeHeaderValue($"application/x-{service}-request");
        return await client.PostAsync($"{site.Path}/{service}", content);
    }

    public static HttpClient Client(this GitSite site)
    {
        var client = site.Site.Client();
        client.DefaultRequestHeaders.Authorization = SiteClients.Basic(GitSite.Learner, DemoOptions.Password);
        return client;
    }

    public static async Task<byte[]> ArchiveAsync(this GitSite site)
    {
        await using var scope = site.Site.Services.CreateAsyncScope();
        var head = await site.Bare.FindMainAsync(CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<IRepositories>().ArchiveAsync(site.Attempt, head!.Id, 10_000_000, CancellationToken.None);
    }
}
