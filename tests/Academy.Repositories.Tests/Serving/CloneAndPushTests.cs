using Academy.Testing;

namespace Academy.Repositories.Tests.Serving;

[Collection(OnSharedSite.Name)]
public sealed class CloneAndPushTests(SharedSite shared)
{
    [Fact]
    public async Task A_learner_clones_pushes_and_is_told_where_to_watch()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        File.ReadAllText(site.Git.PathOf("work", "README.md")).ShouldBe("# Début\n");

        var answer = await site.PushAsync("bonjour.sh", "echo bonjour\n");

        answer.ExitCode.ShouldBe(0, answer.Errors);
        answer.Errors.ShouldContain("remote:   Correction en cours. Suis-la ici\u00a0:");
        answer.Errors.ShouldContain($"remote:   {site.Site.Address}attempts/{site.Attempt}/gradings/{await site.Git.RunAsync("work", "rev-parse", "HEAD")}");
        var told = (await site.ToldAsync(1)).Single();
        told.Commit.ShouldBe(await site.Git.RunAsync("work", "rev-parse", "HEAD"));
        told.ShouldSatisfyAllConditions(
            () => told.AttemptId.ShouldBe(site.Attempt),
            () => told.PushedBy.ShouldBe(site.Owner.Id),
            () => told.Subject.ShouldBe("Change bonjour.sh"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("2")]
    public async Task Every_protocol_version_clones_fetches_and_pushes(string version)
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.Git.RunAsync(".", "config", "--global", "protocol.version", version);
        await site.CloneAsync();

        (await site.PushAsync("a.txt", "a\n")).ExitCode.ShouldBe(0);
        await site.Git.RunAsync(".", "clone", "--quiet", site.UrlFor(GitSite.Learner), "second");
        (await site.PushAsync("b.txt", "b\n")).ExitCode.ShouldBe(0);
        await site.Git.RunAsync("second", "pull", "--quiet");

        File.Exists(site.Git.PathOf("second", "b.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task Shallow_and_filtered_clones_work_and_can_push()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        await site.PushAsync("a.txt", "a\n");
        await site.PushAsync("b.txt", "b\n");

        await site.Git.RunAsync(".", "clone", "--quiet", "--depth", "1", site.UrlFor(GitSite.Learner), "shallow");
        await site.Git.RunAsync(".", "clone", "--quiet", "--filter", "blob:none", "--no-checkout", site.UrlFor(GitSite.Learner), "filtered");

        (await site.Git.RunAsync("shallow", "rev-list", "--count", "HEAD")).ShouldBe("1");
        (await site.Git.RunAsync("filtered", "rev-list", "--objects", "--missing=print", "HEAD")).ShouldContain("\n?");
        await site.Git.RunAsync("filtered", "checkout", "--quiet", "main");
        site.Git.Write("shallow", "c.txt", "c\n");
        await site.Git.CommitAsync("shallow", "From a shallow clone");
        await site.Git.RunAsync("shallow", "push", "--quiet");
        (await site.ToldAsync(3))[^1].Subject.ShouldBe("From a shallow clone");
    }

    [Fact]
    public async Task A_large_history_travels_in_pieces_and_compressed_questions_are_understood()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        var random = new Random(1);
        // More than http.postBuffer (1 MiB), so that git sends it in chunks after asking whether it may.
        var bytes = new byte[3 * 1024 * 1024];
        random.NextBytes(bytes);
        await File.WriteAllBytesAsync(site.Git.PathOf("work", "image.bin"), bytes);
        for (var i = 0; i < 60; i++) await site.Git.CommitAsync("work", $"Commit {i}");

        (await site.Git.TryAsync("work", "push", "origin", "HEAD")).ExitCode.ShouldBe(0);
        await site.Git.RunAsync(".", "clone", "--quiet", site.UrlFor(GitSite.Learner), "second");
        // Sixty commits that the server does not know make a question long enough for git to compress it.
        for (var i = 0; i < 60; i++) await site.Git.CommitAsync("second", $"Mine {i}");
        await site.PushAsync("c.txt", "c\n");
        await site.Git.RunAsync("second", "fetch", "--quiet");

        (await File.ReadAllBytesAsync(site.Git.PathOf("second", "image.bin"))).ShouldBe(bytes);
        (await site.Git.RunAsync("second", "log", "-1", "--format=%s", "origin/main")).ShouldBe("Change c.txt");
    }

    [Fact]
    public async Task Only_main_is_graded()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        await site.Git.RunAsync("work", "switch", "--quiet", "-c", "essai");

        var answer = await site.PushAsync("a.txt", "a\n");

        answer.ExitCode.ShouldBe(0, answer.Errors);
        answer.Errors.ShouldContain("remote:   Enregistré. Seule la branche main est corrigée.");
        (await site.Git.RunAsync("work", "push", "origin", "HEAD:main")).ShouldBe("");
        (await site.ToldAsync(1)).Count.ShouldBe(1);
        (await site.Git.TryAsync("work", "push", "origin", "--delete", "essai")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Deleting_main_is_refused()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();

        var answer = await site.Git.TryAsync("work", "push", "origin", "--delete", "main");

        answer.ExitCode.ShouldNotBe(0);
        answer.Errors.ShouldContain("remote:   La branche main est celle qui est corrigée\u00a0: on ne peut pas la supprimer.");
        (await site.Bare.FindMainAsync(CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Hostile", "36")]
    public async Task A_forced_push_is_told_and_the_commit_before_stays_readable()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        await site.PushAsync("a.txt", "first\n");
        var first = await site.Git.RunAsync("work", "rev-parse", "HEAD");
        await site.Git.RunAsync("work", "commit", "--quiet", "--amend", "-m", "Otherwise");

        await site.Git.RunAsync("work", "push", "--quiet", "--force", "origin", "HEAD");
        await site.Bare.RunAsync(CancellationToken.None, "reflog", "expire", "--expire=now", "--all");
        await site.Bare.RunAsync(CancellationToken.None, "gc", "--quiet", "--prune=now");

        (await site.ToldAsync(2)).Select(t => t.Commit).ShouldBe([first, await site.Git.RunAsync("work", "rev-parse", "HEAD")]);
        await site.Bare.RunAsync(CancellationToken.None, "cat-file", "-e", $"{first}:a.txt");
    }

    [Fact]
    public async Task Pushes_at_the_same_time_tell_no_head_twice_and_the_last_one_last()
    {
        await using var site = await GitSite.OnAsync(shared);
        var folders = Enumerable.Range(0, 8).Select(n => $"work{n}").ToList();
        var commits = new HashSet<string>();
        foreach (var folder in folders)
        {
            await site.Git.RunAsync(".", "clone", "--quiet", site.UrlFor(GitSite.Learner), folder);
            commits.Add(await site.Git.CommitAsync(folder, $"From {folder}"));
        }

        var answers = await Task.WhenAll(folders.Select(folder => site.Git.TryAsync(folder, "push", "--force", "origin", "HEAD")));

        var accepted = answers.Count(a => a.ExitCode == 0);
        accepted.ShouldBeGreaterThan(0);
        var head = (await site.Bare.FindMainAsync(CancellationToken.None))!.Id;
        await Until.TrueAsync(() => Task.FromResult(site.Told is [.., var last] && last.Commit == head));
        var told = site.Told.Select(t => t.Commit).ToList();
        told.ShouldBeUnique();
        told.Count.ShouldBeLessThanOrEqualTo(accepted);
        told.ShouldBeSubsetOf(commits);
    }

    [Fact]
    public async Task What_the_site_keeps_for_itself_is_neither_shown_nor_writable()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        await site.PushAsync("a.txt", "a\n");

        (await site.Git.RunAsync("work", "ls-remote", "origin")).ShouldNotContain("refs/academy");
        var answer = await site.Git.TryAsync("work", "push", "origin", "HEAD:refs/academy/submissions/mine");
        answer.ExitCode.ShouldNotBe(0);
        answer.Errors.ShouldContain("deny updating a hidden ref");
    }

    [Theory]
    [InlineData("en_GB.UTF-8")]
    [InlineData("C.UTF-8")]
    public async Task The_account_s_language_counts_not_the_terminal_s(string terminal)
    {
        await using var site = await GitSite.OnAsync(shared);
        site.Git.Environment["LANG"] = terminal;
        site.Git.Environment["LANGUAGE"] = "en";
        await site.CloneAsync();

        (await site.PushAsync("a.txt", "a\n")).Errors.ShouldContain("Correction en cours");
    }
}
