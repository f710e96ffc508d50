using System.Globalization;
using Academy.Contracts.Repositories;
using Academy.Kernel.Data;
using Academy.Repositories.Hosting;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Repositories.Tests.Hosting;

public sealed class MakeRepositoryTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_first_commit_is_the_template(DatabaseProvider provider)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        await using var academy = await TestAcademy.CreateAsync(provider);
        using var git = new GitClient();
        var (_, bare) = await academy.RepositoryAsync();

        await git.RunAsync(".", "clone", "--quiet", bare.Folder, "work");

        (await git.RunAsync("work", "log", "--format=%an %aI %s (%D)")).ShouldBe(
            "Academy 2026-11-23T09:00:00+00:00 Point de départ de premiers-pas (HEAD -> main, origin/main, origin/HEAD)");
        File.ReadAllText(git.PathOf("work", "README.md")).ShouldBe("# Début\n");
        (await git.RunAsync("work", "ls-files", "--stage", "sources")).ShouldStartWith("100755 ");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ten_calls_at_once_make_one(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var (attempt, owner) = (Given.Id(), Given.Id());
        academy.Template();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => academy.EnsureAsync(attempt, owner))));

        (await CountAsync(academy)).ShouldBe(1);
        Directory.EnumerateFileSystemEntries(Path.Combine(academy.Folder, "repositories", "new")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Making_it_again_keeps_what_was_done_since()
    {
        await using var academy = await TestAcademy.CreateAsync();
        using var git = new GitClient();
        var (attempt, owner) = (Given.Id(), Given.Id());
        await academy.EnsureAsync(attempt, owner);
        await git.RunAsync(".", "clone", "--quiet", academy.Bare(attempt).Folder, "work");
        var commit = await git.CommitAsync("work", "Mon travail");
        await git.RunAsync("work", "push", "--quiet");

        await academy.EnsureAsync(attempt, owner);

        (await academy.Bare(attempt).FindMainAsync(CancellationToken.None))!.Id.ShouldBe(commit);
    }

    [Fact]
    public async Task A_process_that_died_before_it_saved_the_row_is_made_up_for()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var (attempt, owner) = (Given.Id(), Given.Id());
        await academy.EnsureAsync(attempt, owner);
        var head = await academy.Bare(attempt).FindMainAsync(CancellationToken.None);
        await academy.RunAsync<AcademyDb>(db => db.Set<Repository>().ExecuteDeleteAsync());
        academy.Clock.Advance(TimeSpan.FromMinutes(1));

        await academy.EnsureAsync(attempt, owner);

        (await CountAsync(academy)).ShouldBe(1);
        (await academy.Bare(attempt).FindMainAsync(CancellationToken.None)).ShouldBe(head);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_second_attempt_at_a_project_has_an_address_of_its_own(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var (first, second, owner) = (Given.Id(), Given.Id(), Given.Id());
        await academy.EnsureAsync(first, owner);
        await academy.EnsureAsync(second, owner);

        var addresses = new[] { await UrlAsync(academy, first), await UrlAsync(academy, second) };

        addresses[0].ShouldNotBeNull().ShouldMatch("^https?://[^/]+/git/[0-9a-z]{8}/premiers-pas[.]git$");
        addresses[1].ShouldBe(addresses[0]!.Replace("premiers-pas", "premiers-pas-2"));
    }

    [Fact]
    public async Task The_address_begins_with_the_site_s_public_address()
    {
        await using var academy = await TestAcademy.CreateAsync(settings: ("Site:PublicUrl", "https://academie.example/ici/"));
        var (attempt, _) = await academy.RepositoryAsync();

        (await UrlAsync(academy, attempt)).ShouldStartWith("https://academie.example/ici/git/");
        (await UrlAsync(academy, Given.Id())).ShouldBeNull();
    }

    [Theory]
    [InlineData("--upload-pack=touch")]
    [InlineData("../etc")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("café")]
    [InlineData("a\n")]
    [InlineData("")]
    [Trait("Hostile", "37")]
    public async Task A_name_like_an_option_or_a_path_is_refused(string name)
    {
        await using var academy = await TestAcademy.CreateAsync();

        await Should.ThrowAsync<ArgumentException>(() => academy.EnsureAsync(Given.Id(), Given.Id(), name));

        (await CountAsync(academy)).ShouldBe(0);
    }

    private static Task<int> CountAsync(TestAcademy academy) => academy.RunAsync<AcademyDb, int>(db => db.Set<Repository>().CountAsync());

    private static Task<string?> UrlAsync(TestAcademy academy, Guid attempt) =>
        academy.RunAsync<IRepositories, string?>(r => r.CloneUrlAsync(attempt, CancellationToken.None));
}
