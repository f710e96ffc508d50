using Academy.Kernel.Data;
using Academy.Repositories.Hosting;
using Academy.Repositories.Pushing;
using Academy.Testing;

namespace Academy.Repositories.Tests.Pushing;

public sealed class CatchUpTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_branch_that_moved_before_the_process_was_killed_is_told_once(DatabaseProvider provider)
    {
        await using var academy = await PushedTo.CreateAsync(provider);
        var push = await academy.BeginAsync();
        var commit = await academy.MoveMainAsync("Moved, then killed");

        await academy.CatchUpAsync();
        await academy.CatchUpAsync();

        var told = academy.Told.ShouldHaveSingleItem();
        told.Commit.ShouldBe(commit);
        told.PushedBy.ShouldBe(push.PushedBy);
        told.Subject.ShouldBe("Moved, then killed");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_push_that_was_killed_before_git_moved_anything_tells_nothing(DatabaseProvider provider)
    {
        await using var academy = await PushedTo.CreateAsync(provider);
        await academy.BeginAsync();

        await academy.CatchUpAsync();

        academy.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Git_that_outlives_its_killed_site_is_waited_for_and_the_note_goes_in_the_end()
    {
        await using var academy = await PushedTo.CreateAsync();
        await academy.BeginAsync();
        await academy.CatchUpAsync();

        await academy.MoveMainAsync("Late");
        await academy.CatchUpAsync();
        academy.Told.Count.ShouldBe(1);
        (await academy.PendingAsync()).ShouldBe(1);

        academy.Academy.Clock.Advance(CatchUpPushes.LongestPush + TimeSpan.FromMinutes(1));
        await academy.CatchUpAsync();
        (await academy.PendingAsync()).ShouldBe(0);
        academy.Told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lock_that_a_killed_git_left_behind_is_removed()
    {
        await using var academy = await PushedTo.CreateAsync();
        await academy.BeginAsync();
        var stale = Path.Combine(academy.Bare.Folder, "refs", "heads", "main.lock");
        await File.WriteAllTextAsync(stale, "");
        await academy.CatchUpAsync();
        File.Exists(stale).ShouldBeTrue();

        File.SetLastWriteTimeUtc(stale, (TimeProvider.System.GetUtcNow() - 2 * CatchUpPushes.LongestPush).UtcDateTime);

        academy.Academy.Clock.Advance(2 * CatchUpPushes.LongestPush);
        await academy.CatchUpAsync();

        File.Exists(stale).ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pushes_that_end_at_once_tell_each_head_once(DatabaseProvider provider)
    {
        await using var academy = await PushedTo.CreateAsync(provider);
        var pushes = new List<PendingPush>();
        for (var i = 0; i < 8; i++) pushes.Add(await academy.BeginAsync());
        var commit = await academy.MoveMainAsync("Once");

        await Task.WhenAll(pushes.Select(push => Task.Run(() => academy.RecordAsync(push))));

        await academy.Academy.DeliverAsync();
        academy.Told.ShouldHaveSingleItem().Commit.ShouldBe(commit);
        (await academy.PendingAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_broken_repository_does_not_hold_back_the_others()
    {
        await using var academy = await PushedTo.CreateAsync();
        var (broken, bare) = await academy.Academy.RepositoryAsync();
        await academy.Academy.RunAsync<RecordPush>(record => record.BeginAsync(broken, Given.Id(), CancellationToken.None));
        Directory.Delete(bare.Folder, recursive: true);
        await academy.BeginAsync();
        await academy.MoveMainAsync("Sound");

        await academy.CatchUpAsync();

        academy.Told.ShouldHaveSingleItem().Subject.ShouldBe("Sound");
    }

    [Fact]
    public async Task Tidying_leaves_alone_what_is_being_made_whatever_the_academy_s_clock_says()
    {
        await using var academy = await PushedTo.CreateAsync();
        var drafts = Path.Combine(academy.Academy.Folder, "repositories", "new");
        var (made, left) = (Directory.CreateDirectory(Path.Combine(drafts, "made")), Directory.CreateDirectory(Path.Combine(drafts, "left")));
        left.LastWriteTimeUtc = (TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(2)).UtcDateTime;
        academy.Academy.Clock.Advance(TimeSpan.FromDays(30));

        await academy.Academy.RunAsync<TidyRepositories>(tidy => tidy.RunAsync(CancellationToken.None));

        Directory.Exists(made.FullName).ShouldBeTrue();
        Directory.Exists(left.FullName).ShouldBeFalse();
    }

    [Fact]
    public async Task Tidying_keeps_every_submission()
    {
        await using var academy = await PushedTo.CreateAsync();
        var first = await academy.MoveMainAsync("First");
        await academy.RecordAsync(await academy.BeginAsync());
        await academy.MoveMainAsync("Second", "--force", "HEAD~1");
        await academy.RecordAsync(await academy.BeginAsync());

        await academy.Academy.RunAsync<TidyRepositories>(tidy => tidy.RunAsync(CancellationToken.None));

        Directory.EnumerateFiles(Path.Combine(academy.Bare.Folder, "objects", "pack"), "*.pack").ShouldHaveSingleItem();
        await academy.Bare.RunAsync(CancellationToken.None, "cat-file", "-e", first);
    }
}
