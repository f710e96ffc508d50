using System.Text;
using Academy.Contracts.Repositories;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Repositories.Elsewhere;
using Academy.Repositories.Git;
using Academy.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Repositories.Tests.Elsewhere;

public sealed class HandInTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_on_main_elsewhere_is_handed_in(DatabaseProvider provider)
    {
        await using var other = await OtherSite.StartAsync();
        await using var here = await Here.StartAsync(other, provider);
        var commit = await other.CommitAsync("a.txt", "a\n");

        var handIn = await here.HandInAsync();

        (handIn.State, handIn.Commit).ShouldBe((MirroringState.Done, commit));
        here.Told.ShouldHaveSingleItem().Commit.ShouldBe(commit);
        here.Told[0].PushedBy.ShouldBe(here.Owner);
    }

    [Fact]
    public async Task Only_what_is_new_travels_and_the_same_again_is_told_once()
    {
        await using var other = await OtherSite.StartAsync();
        await using var here = await Here.StartAsync(other);
        var noise = new byte[3 * 1024 * 1024];
        new Random(1).NextBytes(noise);
        await File.WriteAllBytesAsync(other.Git.PathOf("work", "image.png"), noise);
        await other.CommitAsync("a.txt", "first\n");
        await here.HandInAsync();
        var size = here.Bare.Size();

        await here.HandInAsync();
        var second = await other.CommitAsync("a.txt", "second\n");
        await here.HandInAsync();

        here.Told.Count.ShouldBe(2);
        here.Told[1].Commit.ShouldBe(second);
        here.Bare.Size().ShouldBeLessThan(size + 100_000);
    }

    [Fact]
    public async Task A_history_rewritten_elsewhere_is_taken_and_the_old_submission_stays()
    {
        await using var other = await OtherSite.StartAsync();
        await using var here = await Here.StartAsync(other);
        var first = await other.CommitAsync("a.txt", "first\n");
        await here.HandInAsync();
        await other.Git.RunAsync("work", "commit", "--quiet", "--amend", "-m", "Otherwise");
        await other.Git.RunAsync("work", "push", "--quiet", "--force", "origin", "HEAD");

        var handIn = await here.HandInAsync();

        handIn.Commit.ShouldBe(await other.Git.RunAsync("work", "rev-parse", "HEAD"));
        await here.Bare.RunAsync(CancellationToken.None, "cat-file", "-e", $"{first}:a.txt");
    }

    [Fact]
    public async Task Without_a_main_the_branch_that_the_other_site_shows_first_counts()
    {
        await using var other = await OtherSite.StartAsync(branch: "principale");
        await using var here = await Here.StartAsync(other);
        var commit = await other.CommitAsync("a.txt", "a\n");

        (await here.HandInAsync()).Commit.ShouldBe(commit);
    }

    [Fact]
    public async Task The_rules_of_a_push_hold_here_too()
    {
        await using var other = await OtherSite.StartAsync();
        await using var here = await Here.StartAsync(other, settings: ("Repositories:MaxFileMegabytes", "1"));
        await File.WriteAllBytesAsync(other.Git.PathOf("work", "grand.bin"), new byte[3 * 1024 * 1024]);
        await other.CommitAsync("a.txt", "a\n");

        var handIn = await here.HandInAsync();

        handIn.State.ShouldBe(MirroringState.Failed);
        handIn.Problem.ShouldNotBeNull().ShouldContain("grand.bin");
        here.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tree_with_a_git_folder_is_refused_while_it_is_fetched()
    {
        await using var other = await OtherSite.StartAsync();
        await using var here = await Here.StartAsync(other);
        await other.CommitAsync("a.txt", "a\n");
        var blob = await other.Git.RunAsync("work", "rev-parse", "HEAD:a.txt");
        var tree = await other.Git.RunAsync("work", $"100644 blob {blob}\t.GIT\n", ["mktree"]);
        var commit = await other.Git.RunAsync("work", "commit-tree", tree, "-m", "Trap");
        await other.Git.RunAsync("work", "push", "--quiet", "--force", "origin", $"{commit}:refs/heads/main");

        (await here.HandInAsync()).Problem.ShouldBe(here.Says(Refusals.Damaged));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var inside = await OtherSite.StartAsync();
        await inside.CommitAsync("secret.txt", "secret\n");
        await using var other = await OtherSite.StartAsync();
        other.Instead = http =>
        {
            http.Response.Redirect($"{inside.Url}{http.Request.Path.Value!["/project.git".Length..]}{http.Request.QueryString}");
            return Task.FromResult(true);
        };
        await using var here = await Here.StartAsync(other);

        var handIn = await here.HandInAsync();

        handIn.State.ShouldBe(MirroringState.Failed);
        inside.Asked.ShouldBeEmpty();
        other.Asked.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_site_that_speaks_the_old_protocol_cannot_name_others_to_ask()
    {
        await using var inside = await OtherSite.StartAsync();
        await inside.CommitAsync("secret.txt", "secret\n");
        await using var other = await OtherSite.StartAsync();
        var files = new Dictionary<string, string>
        {
            ["/project.git/info/refs"] = "0123456789012345678901234567890123456789\trefs/heads/main\n",
            ["/project.git/HEAD"] = "ref: refs/heads/main\n",
            ["/project.git/objects/info/http-alternates"] = $"{inside.Url}/objects\n",
            ["/project.git/objects/info/alternates"] = $"{inside.Url}/objects\n",
        };
        other.Instead = async http =>
        {
            http.Response.ContentType = "text/plain";
            if (files.TryGetValue(http.Request.Path, out var text)) await http.Response.WriteAsync(text);
            else http.Response.StatusCode = 404;
            return true;
        };
        await using var here = await Here.StartAsync(other);

        (await here.HandInAsync()).State.ShouldBe(MirroringState.Failed);
        inside.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_private_or_missing_repository_says_so()
    {
        await using var other = await OtherSite.StartAsync();
        await using var here = await Here.StartAsync(other);

        foreach (var status in new[] { 401, 403, 404 })
        {
            other.Instead = http =>
            {
                http.Response.StatusCode = status;
                if (status == 401) http.Response.Headers.WWWAuthenticate = "Basic realm=\"x\"";
                return Task.FromResult(true);
            };
            (await here.HandInAsync()).Problem.ShouldBe(here.Says(Refusals.NotPublic));
        }
    }

    [Fact]
    public async Task A_repository_without_a_commit_says_so()
    {
        await using var other = await OtherSite.StartAsync();
        await using var here = await Here.StartAsync(other);

        (await here.HandInAsync()).Problem.ShouldBe(here.Says(Refusals.NothingThere));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        await using var other = await OtherSite.StartAsync();
        await other.CommitAsync("a.txt", "a\n");
        await using var here = await Here.StartAsync(other, settings: ("Repositories:SslCaInfo", ""));

        (await here.HandInAsync()).Problem.ShouldBe(here.Says(Refusals.Unreachable));
        other.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repository_that_is_too_large_is_stopped_on_its_way()
    {
        await using var other = await OtherSite.StartAsync();
        await using var here = await Here.StartAsync(
            other, settings: [("Repositories:MaxRepositoryMegabytes", "2"), ("Repositories:MaxPushMegabytes", "2")]);
        var noise = new byte[12 * 1024 * 1024];
        new Random(1).NextBytes(noise);
        await File.WriteAllBytesAsync(other.Git.PathOf("work", "film.mp4"), noise);
        await other.CommitAsync("a.txt", "a\n");

        var handIn = await here.HandInAsync();

        handIn.Problem.ShouldNotBeNull().ShouldContain("2 Mo");
        here.Bare.Size().ShouldBeLessThan(1024 * 1024);
        here.Drafts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_site_that_never_answers_is_given_up_and_leaves_nothing_behind()
    {
        await using var other = await OtherSite.StartAsync();
        other.Instead = async http =>
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        await using var here = await Here.StartAsync(other, settings: ("Repositories:MirrorSeconds", "5"));

        (await here.HandInAsync()).Problem.ShouldBeOneOf(here.Says(Refusals.TookTooLong), here.Says(Refusals.Unreachable));
        here.Drafts.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_hand_in_whose_process_was_killed_is_done_by_the_next(DatabaseProvider provider)
    {
        await using var other = await OtherSite.StartAsync();
        await using var here = await Here.StartAsync(other, provider);
        var commit = await other.CommitAsync("a.txt", "a\n");
        await here.QueueAsync();
        await here.Academy.RunAsync<AcademyDb>(async db =>
        {
            (await db.Set<Mirroring>().SingleAsync()).TryStart(here.Academy.Clock.GetUtcNow(), TimeSpan.FromMinutes(4)).ShouldBeTrue();
            await db.SaveChangesAsync();
        });

        (await here.RunNextAsync()).ShouldBeFalse();
        here.Academy.Clock.Advance(TimeSpan.FromMinutes(5));
        (await here.RunNextAsync()).ShouldBeTrue();

        (await here.LatestAsync()).Commit.ShouldBe(commit);
    }

    [Fact]
    public async Task A_hand_in_that_kills_its_process_each_time_is_given_up()
    {
        await using var other = await OtherSite.StartAsync();
        await using var here = await Here.StartAsync(other);
        await here.QueueAsync();
        for (var death = 0; death < 3; death++)
        {
            await here.Academy.RunAsync<AcademyDb>(async db =>
            {
                (await db.Set<Mirroring>().SingleAsync()).TryStart(here.Academy.Clock.GetUtcNow(), TimeSpan.FromMinutes(4));
                await db.SaveChangesAsync();
            });
            here.Academy.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        await here.RunNextAsync();

        (await here.LatestAsync()).State.ShouldBe(MirroringState.Failed);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_workers_do_not_do_the_same(DatabaseProvider provider)
    {
        await using var other = await OtherSite.StartAsync();
        await using var here = await Here.StartAsync(other, provider);
        await other.CommitAsync("a.txt", "a\n");
        await here.QueueAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(here.RunNextAsync)));

        (await here.LatestAsync()).Tries.ShouldBe(1);
    }

    [Fact]
    public async Task Asking_twice_waits_once()
    {
        await using var other = await OtherSite.StartAsync();
        await using var here = await Here.StartAsync(other);

        await here.QueueAsync();
        await here.QueueAsync();

        (await here.Academy.RunAsync<AcademyDb, int>(db => db.Set<Mirroring>().CountAsync())).ShouldBe(1);
    }
}
