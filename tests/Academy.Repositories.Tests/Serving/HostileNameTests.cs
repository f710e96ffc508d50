namespace Academy.Repositories.Tests.Serving;

/// <summary>Pushes with names that would harm the site or the next reader.</summary>
[Collection(OnSharedSite.Name)]
public sealed class HostileNameTests(SharedSite shared)
{
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

        var answer = await site.PushTreeAsync(await site.MakeTreeAsync([$"100644 blob {blob}\t{name}"]));

        answer.ExitCode.ShouldNotBe(0);
        site.Told.ShouldBeEmpty();
        await site.NextPushWorksAsync();
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
        for (var level = 0; level < depth; level++) tree = await site.MakeTreeAsync([$"040000 tree {tree}\t{new string('n', length)}"]);

        var answer = await site.PushTreeAsync(tree);

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
        var answer = await site.SendAsync($"{new string('0', 40)} {head} {name}\0report-status side-band-64k", []);

        answer.ShouldContain($"ng {name} ");
        (await site.Bare.ReadAsync(10_000, CancellationToken.None, "for-each-ref", "--format=%(refname)")).Bytes.ShouldBe("refs/heads/main\n"u8.ToArray());
    }
}
