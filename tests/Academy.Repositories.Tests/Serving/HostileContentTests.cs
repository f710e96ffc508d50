using System.Text;

namespace Academy.Repositories.Tests.Serving;

/// <summary>Pushes whose content would run a program or lead elsewhere.</summary>
[Collection(OnSharedSite.Name)]
public sealed class HostileContentTests(SharedSite shared)
{
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
        await site.ArchiveAsync();

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
        var archive = Encoding.UTF8.GetString(await site.ArchiveAsync());

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
}
