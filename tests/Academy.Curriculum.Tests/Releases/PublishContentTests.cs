using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading;
using Academy.Curriculum.Releases;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Curriculum.Tests.Releases;

public sealed class PublishContentTests : IDisposable
{
    private const string Project = "projects/bonjour/project.yml";
    private readonly SmallContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Good_content_is_frozen_and_becomes_current(DatabaseProvider provider)
    {
        await using var academy = await StartAsync(provider);

        var current = Curriculum(academy).Current.ShouldNotBeNull();

        current.Folder.ShouldBe(Path.Combine(academy.Folder, "releases", current.Id));
        var project = current.Projects["bonjour"];
        (await File.ReadAllTextAsync(Path.Combine(project.TemplateFolder, "README.md"))).ShouldBe("À toi.");
        (await ReleasesAsync(academy)).ShouldHaveSingleItem().Id.ShouldBe(current.Id);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Broken_content_leaves_the_last_good_release(DatabaseProvider provider)
    {
        await using var academy = await StartAsync(provider);
        var good = Curriculum(academy).Current!.Id;

        _content.Replace(Project, "xp: 100", "xp: many");
        var check = await PublishAsync(academy);

        check.Errors.ShouldHaveSingleItem().Where.ShouldBe($"{Project}:3");
        Curriculum(academy).Current!.Id.ShouldBe(good);
        (await ReleasesAsync(academy)).ShouldHaveSingleItem();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_pinned_release_stays_as_it_was(DatabaseProvider provider)
    {
        await using var academy = await StartAsync(provider);
        var pinned = Curriculum(academy).Current!.Id;

        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        _content.Replace(Project, "xp: 100", "xp: 150");
        await PublishAsync(academy);

        Curriculum(academy).Current!.Projects["bonjour"].Xp.ShouldBe(150);
        (await Curriculum(academy).GetAsync(pinned, default)).Projects["bonjour"].Xp.ShouldBe(100);
    }

    [Fact]
    public async Task After_a_restart_with_broken_content_the_last_good_release_is_there()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        using var data = new TemporaryFolder();
        string good;
        await using (var before = await StartAsync(database, data)) good = Curriculum(before).Current!.Id;

        _content.Delete("academy.yml");
        await using var after = await StartAsync(database, data);

        Curriculum(after).Current.ShouldNotBeNull().Id.ShouldBe(good);
        Curriculum(after).LastCheck!.Errors.ShouldContain(e => e.Where == "academy.yml");
    }

    [Fact]
    public async Task The_site_starts_with_broken_content_and_no_release()
    {
        _content.Delete("tracks/piste/track.yml");

        await using var academy = await StartAsync();

        Curriculum(academy).Current.ShouldBeNull();
        Curriculum(academy).LastCheck!.Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Content_that_comes_back_is_current_again_without_a_second_row()
    {
        await using var academy = await StartAsync();
        var first = Curriculum(academy).Current!.Id;
        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        _content.Replace(Project, "xp: 100", "xp: 150");
        await PublishAsync(academy);

        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        _content.Replace(Project, "xp: 150", "xp: 100");
        await PublishAsync(academy);

        Curriculum(academy).Current!.Id.ShouldBe(first);
        (await ReleasesAsync(academy)).Count.ShouldBe(2);
        (await academy.RunAsync<AcademyDb, string?>(db => db.CurrentReleaseIdAsync(default))).ShouldBe(first);
    }

    [Fact]
    public async Task A_copy_that_a_crash_damaged_is_made_again()
    {
        await using var academy = await StartAsync();
        var release = Curriculum(academy).Current!;
        await File.WriteAllTextAsync(Path.Combine(release.Folder, Project), "");

        academy.Services.GetRequiredService<ReleaseFolders>().Open(release.Id).ShouldBeNull();
        await academy.RunAsync<ReleaseFolders>(folders =>
        {
            folders.Freeze(ReadFolder.Read(_content.Folder, new ContentErrors()));
            return Task.CompletedTask;
        });

        academy.Services.GetRequiredService<ReleaseFolders>().Open(release.Id).ShouldNotBeNull();
        Directory.EnumerateDirectories(Path.GetDirectoryName(release.Folder)!).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("../../etc")]
    [InlineData("")]
    public async Task A_release_that_never_was_is_not_found(string id)
    {
        await using var academy = await StartAsync();

        await Should.ThrowAsync<KeyNotFoundException>(async () => await Curriculum(academy).GetAsync(id, default));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_process_follows(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var data = new TemporaryFolder();
        await using var one = await StartAsync(database, data);
        await using var other = await StartAsync(database, data);

        one.Clock.Advance(TimeSpan.FromMinutes(1));
        _content.Replace(Project, "xp: 100", "xp: 150");
        await PublishAsync(one);
        await other.RunAsync<FollowRelease>(follow => follow.RunAsync(default));

        Curriculum(other).Current!.Id.ShouldBe(Curriculum(one).Current!.Id);
    }

    private static PublishedCurriculum Curriculum(TestAcademy academy) => academy.Services.GetRequiredService<PublishedCurriculum>();

    private static Task<ContentCheck> PublishAsync(TestAcademy academy) =>
        academy.RunAsync<PublishContent, ContentCheck>(publish => publish.RunAsync(default));

    private static Task<List<FrozenRelease>> ReleasesAsync(TestAcademy academy) =>
        academy.RunAsync<AcademyDb, List<FrozenRelease>>(db => db.Set<FrozenRelease>().ToListAsync());

    private Task<TestAcademy> StartAsync(DatabaseProvider provider = DatabaseProvider.Sqlite) =>
        TestAcademy.CreateAsync(provider, ("Content:Directory", _content.Folder));

    /// <summary>A process on a database and a data folder that others may use, too.</summary>
    private Task<TestAcademy> StartAsync(TestDatabase database, TemporaryFolder data) => TestAcademy.CreateAsync(
        DatabaseProvider.Sqlite,
        ("Content:Directory", _content.Folder),
        ("Data:Directory", data.Path),
        ("Database:Provider", database.Options.Provider.ToString()),
        ("Database:ConnectionString", database.Options.ConnectionString));
}
