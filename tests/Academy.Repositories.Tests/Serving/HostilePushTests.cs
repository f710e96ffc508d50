using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Academy.Contracts.Repositories;
using Academy.Kernel.Web;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Repositories.Tests.Serving;

/// <summary>Pushes that would harm the site or the next reader.</summary>
[Collection(OnSharedSite.Name)]
public sealed class HostilePushTests(SharedSite shared)
{
    [Fact]
    [Trait("Hostile", "31")]
    public async Task A_push_that_is_too_large_is_refused_with_the_limit_on_the_terminal()
    {
        await using var site = await GitSite.StartAsync(("Repositories:MaxPushMegabytes", "2"));
        await site.CloneAsync();
        var bytes = new byte[8 * 1024 * 1024];
        new Random(1).NextBytes(bytes);
        await File.WriteAllBytesAsync(site.Git.PathOf("work", "film.mp4"), bytes);
        await site.Git.CommitAsync("work", "A film");

        var answer = await site.Git.TryAsync("work", "push", "origin", "HEAD");

        answer.ExitCode.ShouldNotBe(0);
        answer.Errors.ShouldContain("remote:   Ton envoi est trop gros\u00a0: un envoi peut faire 2 Mo.");
        site.Bare.Size().ShouldBeLessThan(1024 * 1024);
        await NextPushWorksAsync(site);
    }

    [Fact]
    public async Task A_full_repository_says_so_and_how_much_is_left()
    {
        await using var site = await GitSite.StartAsync(("Repositories:MaxPushMegabytes", "3"), ("Repositories:MaxRepositoryMegabytes", "3"));
        await site.CloneAsync();
        var bytes = new byte[2 * 1024 * 1024];
        for (var i = 0; i < 2; i++)
        {
            new Random(i).NextBytes(bytes);
            await File.WriteAllBytesAsync(site.Git.PathOf("work", "image.png"), bytes);
            await site.Git.CommitAsync("work", "An image");
            var answer = await site.Git.TryAsync("work", "push", "origin", "HEAD");

            (answer.ExitCode == 0).ShouldBe(i == 0, answer.Errors);
            if (i == 1) answer.Errors.ShouldContain("remote:   Ton dépôt est presque plein\u00a0: il peut faire 3 Mo, et il reste 0 Mo.");
        }
    }

    [Fact]
    [Trait("Hostile", "31")]
    public async Task A_small_pack_that_unfolds_to_a_large_file_is_refused()
    {
        await using var site = await GitSite.StartAsync(("Repositories:MaxFileMegabytes", "1"));
        await site.CloneAsync();
        await File.WriteAllBytesAsync(site.Git.PathOf("work", "zéros.bin"), new byte[30 * 1024 * 1024]);
        await site.Git.CommitAsync("work", "Nothing, many times");

        var answer = await site.Git.TryAsync("work", "push", "origin", "HEAD");

        answer.ExitCode.ShouldNotBe(0);
        answer.Errors.ShouldContain("remote: Un fichier peut faire 1 Mo au plus. Celui-ci est plus gros\u00a0: zéros.bin");
        await NextPushWorksAsync(site);
    }

    [Fact]
    public async Task A_pack_that_claims_to_hold_gigabytes_is_refused_at_once()
    {
        await using var site = await GitSite.OnAsync(shared);
        var started = Stopwatch.GetTimestamp();

        var answer = await SendPackAsync(site, Packs.DeltaThatClaims(3L * 1024 * 1024 * 1024));

        answer.ShouldContain("fatal: attempting to allocate 3221225473 over limit 268435456");
        answer.ShouldNotContain("unpack ok");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        site.Told.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Hostile", "31")]
    public async Task A_tree_that_names_a_folder_a_billion_times_is_refused()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        var tree = await site.Git.RunAsync("work", "rev-parse", "HEAD^{tree}");
        for (var level = 0; level < 9; level++) tree = await MakeTreeAsync(site, [.. Enumerable.Range(0, 10).Select(n => $"040000 tree {tree}\t{n}")]);

        var answer = await PushTreeAsync(site, tree);

        answer.Errors.ShouldContain("remote: Une branche peut avoir 5000 fichiers au plus.");
        answer.ExitCode.ShouldNotBe(0);
    }

    [Theory]
    [InlineData(".git")]
    [InlineData(".GIT")]
    [InlineData("git~1")]
    [InlineData(".g\u200cit")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("a\nb")]
    [InlineData("a\u001b[31mb")]
    [Trait("Hostile", "30"), Trait("Hostile", "35")]
    public async Task A_name_that_no_disk_or_page_should_meet_is_refused(string name)
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        var blob = await site.Git.RunAsync("work", "rev-parse", "HEAD:README.md");

        var answer = await PushTreeAsync(site, await MakeTreeAsync(site, [$"100644 blob {blob}\t{name}"]));

        answer.ExitCode.ShouldNotBe(0);
        site.Told.ShouldBeEmpty();
        await NextPushWorksAsync(site);
    }

    [Theory]
    [InlineData(300, 1)]
    [InlineData(4096, 1)]
    [InlineData(200, 12)]
    [Trait("Hostile", "35")]
    public async Task A_name_too_long_to_be_written_is_refused(int length, int depth)
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        var tree = await site.Git.RunAsync("work", "rev-parse", "HEAD^{tree}");
        for (var level = 0; level < depth; level++) tree = await MakeTreeAsync(site, [$"040000 tree {tree}\t{new string('n', length)}"]);

        var answer = await PushTreeAsync(site, tree);

        answer.ExitCode.ShouldNotBe(0);
        answer.Errors.ShouldContain("remote: Le nom de ce fichier est trop long. Raccourcis-le\u00a0: nnnnn");
    }

    [Theory]
    [InlineData("é ' \" \\ $(touch x) `id` ; | & <b>.txt")]
    [InlineData("--upload-pack=touch")]
    public async Task An_odd_name_that_harms_nobody_is_accepted(string name)
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();

        (await site.PushAsync(name, "a\n")).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("refs/heads/-x")]
    [InlineData("refs/heads/--upload-pack=touch")]
    [InlineData("refs/heads/../../../evil")]
    [InlineData("refs/heads/a..b")]
    [InlineData("refs/heads/a.lock")]
    [InlineData("refs/heads/.a")]
    [InlineData("refs/remotes/origin/a")]
    [InlineData("HEAD")]
    [InlineData("config")]
    [InlineData("hooks/post-receive")]
    [Trait("Hostile", "37")]
    public async Task A_branch_named_like_an_option_or_a_path_is_refused(string name)
    {
        await using var site = await GitSite.OnAsync(shared);
        var head = (await site.Bare.FindMainAsync(CancellationToken.None))!.Id;

        // A git client would not even send some of these.
        var answer = await SendAsync(site, $"{new string('0', 40)} {head} {name}\0report-status side-band-64k", []);

        answer.ShouldContain($"ng {name} ");
        (await site.Bare.ReadAsync(10_000, CancellationToken.None, "for-each-ref", "--format=%(refname)")).Bytes.ShouldBe("refs/heads/main\n"u8.ToArray());
    }

    [Fact]
    [Trait("Hostile", "32")]
    public async Task Neither_a_pushed_hook_nor_one_in_the_repository_s_folder_ever_runs()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        var trace = site.Git.PathOf("trace");
        var script = $"#!/bin/sh\ntouch {trace}\n";
        var hooks = Directory.CreateDirectory(Path.Combine(site.Bare.Folder, "hooks")).FullName;
        foreach (var hook in new[] { "pre-receive", "update", "post-receive", "post-update", "reference-transaction", "post-checkout", "pre-auto-gc" })
        {
            await File.WriteAllTextAsync(Path.Combine(hooks, hook), script);
            File.SetUnixFileMode(Path.Combine(hooks, hook), UnixFileMode.UserRead | UnixFileMode.UserExecute);
            site.Git.Write("work", $"hooks/{hook}", script);
        }

        // A repository inside the repository, with a configuration that would run a program.
        site.Git.Write("work", "nested/HEAD", "ref: refs/heads/main\n");
        site.Git.Write("work", "nested/config", $"[core]\n\tfsmonitor = touch {trace}\n\tbare = true\n");
        (await site.PushAsync("nested/objects/x", "x")).ExitCode.ShouldBe(0);
        await site.Git.RunAsync(".", "clone", "--quiet", site.UrlFor(GitSite.Learner), "again");
        await ArchiveAsync(site);

        File.Exists(trace).ShouldBeFalse();
    }

    [Fact]
    [Trait("Hostile", "33"), Trait("Hostile", "34")]
    public async Task Submodules_filters_and_links_lead_nowhere()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        var trace = site.Git.PathOf("trace");
        File.CreateSymbolicLink(site.Git.PathOf("work", "ombre"), "/etc/shadow");
        site.Git.Write("work", ".gitattributes", "* filter=evil diff=evil merge=evil\n*.bin filter=lfs\n");
        site.Git.Write("work", ".lfsconfig", "[lfs]\n\turl = http://127.0.0.1:1/\n");
        site.Git.Write("work", "large.bin", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n");
        site.Git.Write("work", ".gitmodules", $"[submodule \"x\"]\n\tpath = x\n\turl = ext::sh -c touch% {trace}\n[submodule \"y\"]\n\tpath = y\n\turl = file:///etc\n");
        var head = await site.Git.RunAsync("work", "rev-parse", "HEAD");
        await site.Git.RunAsync("work", "update-index", "--add", "--cacheinfo", $"160000,{head},x");

        (await site.PushAsync("a.txt", "a\n")).ExitCode.ShouldBe(0);
        var archive = Encoding.UTF8.GetString(await ArchiveAsync(site));

        File.Exists(trace).ShouldBeFalse();
        archive.ShouldContain("git-lfs.github.com");
        archive.ShouldNotContain("root:");
        archive.ShouldNotContain("ombre");
    }

    [Theory]
    [InlineData("[submodule \"x\"]\n\tpath = x\n\turl = -u./payload\n")]
    [InlineData("[submodule \"../../x\"]\n\tpath = x\n\turl = https://example.org/x\n")]
    [Trait("Hostile", "33")]
    public async Task A_submodule_that_would_harm_who_clones_is_refused(string modules)
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();

        (await site.PushAsync(".gitmodules", modules)).ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public async Task A_push_that_breaks_off_changes_nothing()
    {
        await using var site = await GitSite.OnAsync(shared);
        var head = (await site.Bare.FindMainAsync(CancellationToken.None))!.Id;

        var answer = await SendAsync(site, $"{head} {new string('1', 40)} refs/heads/main\0report-status side-band-64k", "PACK\0\0\0\u0002\0\0\0\u0009"u8.ToArray());

        answer.ShouldNotContain("unpack ok");
        (await site.Bare.FindMainAsync(CancellationToken.None))!.Id.ShouldBe(head);
        await site.CloneAsync();
        await NextPushWorksAsync(site);
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

        using var answer = await PostAsync(site, "git-receive-pack", new ByteArrayContent(Encoding.UTF8.GetBytes(body)));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_compressed_question_that_unfolds_without_end_is_cut_off()
    {
        await using var site = await GitSite.OnAsync(shared);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var line = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("0032have 0123456789012345678901234567890123456789\n", 1000)));
            for (var i = 0; i < 2000; i++) await gzip.WriteAsync(line);
        }

        var question = new ByteArrayContent(packed.ToArray());
        question.Headers.ContentEncoding.Add("gzip");
        var started = Stopwatch.GetTimestamp();
        using var answer = await PostAsync(site, "git-upload-pack", question);

        ((int)answer.StatusCode).ShouldBeOneOf(400, 413);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_protocol_header_is_not_passed_on_as_it_is()
    {
        await using var site = await GitSite.OnAsync(shared);
        using var client = Client(site);
        client.DefaultRequestHeaders.Add("Git-Protocol", "version=2:evil=$(touch x):version=9");

        using var answer = await client.GetAsync($"{site.Path}/info/refs?service=git-upload-pack");

        (await answer.Content.ReadAsStringAsync()).ShouldStartWith("000eversion 2\n");
    }

    private static async Task NextPushWorksAsync(GitSite site)
    {
        await site.Git.RunAsync("work", "reset", "--quiet", "--hard", "origin/main");
        var answer = await site.PushAsync("next.txt", "next\n");
        answer.ExitCode.ShouldBe(0, answer.Errors);
    }

    private static Task<string> MakeTreeAsync(GitSite site, string[] lines) =>
        site.Git.RunAsync("work", string.Concat(lines.Select(line => line + "\0")), ["mktree", "-z"]);

    private static async Task<GitAnswer> PushTreeAsync(GitSite site, string tree)
    {
        var commit = await site.Git.RunAsync("work", "commit-tree", "-p", "HEAD", "-m", "By hand", tree);
        return await site.Git.TryAsync("work", "push", "origin", $"{commit}:refs/heads/main");
    }

    private static async Task<string> SendPackAsync(GitSite site, byte[] pack)
    {
        var head = (await site.Bare.FindMainAsync(CancellationToken.None))!.Id;
        return await SendAsync(site, $"{head} {new string('1', 40)} refs/heads/main\0report-status side-band-64k", pack);
    }

    /// <summary>A push by hand: one command line, and what follows it.</summary>
    private static async Task<string> SendAsync(GitSite site, string command, byte[] pack)
    {
        using var answer = await PostAsync(site, "git-receive-pack", new ByteArrayContent(
            [.. Encoding.UTF8.GetBytes($"{command.Length + 5:x4}{command}\n0000"), .. pack]));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> PostAsync(GitSite site, string service, HttpContent content)
    {
        using var client = Client(site);
        content.Headers.ContentType = new MediaTypeHeaderValue($"application/x-{service}-request");
        return await client.PostAsync($"{site.Path}/{service}", content);
    }

    private static HttpClient Client(GitSite site)
    {
        var client = site.Site.Client();
        client.DefaultRequestHeaders.Authorization = SiteClients.Basic(GitSite.Learner, DemoOptions.Password);
        return client;
    }

    private static async Task<byte[]> ArchiveAsync(GitSite site)
    {
        await using var scope = site.Site.Services.CreateAsyncScope();
        var head = await site.Bare.FindMainAsync(CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<IRepositories>().ArchiveAsync(site.Attempt, head!.Id, 10_000_000, CancellationToken.None);
    }
}
