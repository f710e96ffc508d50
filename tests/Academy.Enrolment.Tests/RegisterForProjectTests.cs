using Academy.Contracts.Enrolment;
using Academy.Contracts.Progress;
using Academy.Contracts.Repositories;
using Academy.Enrolment.Attempts;
using Academy.Enrolment.Registering;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Enrolment.Tests;

public sealed class RegisterForProjectTests
{
    private static readonly Guid Learner = new("00000000-0000-7000-8000-00000000000a");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Begins_an_open_project_with_a_repository(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);

        var attempt = await RegisterAsync(academy, "hello");

        attempt.IsRefused.ShouldBeFalse();
        (await StandingAsync(academy))["hello"].ShouldBe(new ProjectStanding(ProjectState.InProgress, attempt.Value, [], null), new StandingComparer());
        var tar = await academy.RunAsync<IRepositories, string?>(r => r.CloneUrlAsync(attempt.Value, CancellationToken.None));
        tar.ShouldNotBeNull().ShouldEndWith(".git");
    }

    [Fact]
    public async Task An_exam_ends_so_long_after_it_was_begun()
    {
        var content = Directory.CreateTempSubdirectory("academy-content-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(TestPaths.SmallContent, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(content, Path.GetRelativePath(TestPaths.SmallContent, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            await File.AppendAllTextAsync(Path.Combine(content, "projects", "hello", "project.yml"), "\nexam: { minutes: 90 }\n");
            await using var academy = await TestAcademy.CreateAsync(settings: ("Content:Directory", content));
            var begun = academy.Clock.GetUtcNow();

            var attempt = await RegisterAsync(academy, "hello");
            academy.Clock.Advance(TimeSpan.FromMinutes(30));
            await RegisterAsync(academy, "hello");

            (await academy.RunAsync<IEnrolment, AttemptInfo?>(e => e.FindAsync(attempt.Value, CancellationToken.None)))!
                .DeadlineAt.ShouldBe(begun.AddMinutes(90));
        }
        finally
        {
            Directory.Delete(content, recursive: true);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asking_again_gives_the_same_attempt(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);

        var first = await RegisterAsync(academy, "hello");
        (await RegisterAsync(academy, "hello")).Value.ShouldBe(first.Value);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ten_requests_at_once_make_one_attempt(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);

        var begun = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RegisterAsync(academy, "hello")));

        begun.ShouldAllBe(b => !b.IsRefused);
        begun.Select(b => b.Value).Distinct().Count().ShouldBe(1);

        (await academy.RunAsync<AcademyDb, int>(db => db.Set<Attempt>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_locked_project_says_what_opens_it()
    {
        await using var academy = await TestAcademy.CreateAsync();

        var refused = await RegisterAsync(academy, "files");

        refused.Refusal.ShouldNotBeNull().Code.ShouldBe("project-locked");
        refused.Refusal!.Args.ShouldBe(["Bonjour"]);
        (await StandingAsync(academy))["files"].MissingProjects.ShouldBe(["hello"]);
    }

    [Fact]
    public async Task An_unknown_project_is_refused()
    {
        await using var academy = await TestAcademy.CreateAsync();

        (await RegisterAsync(academy, "nothing")).Refusal.ShouldNotBeNull().Status.ShouldBe(404);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_validated_project_opens_the_next_one(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var attempt = await RegisterAsync(academy, "hello");

        var validated = new ProjectValidated(Learner, attempt.Value, "hello", 100, 100, academy.Clock.GetUtcNow());
        await academy.PublishAsync(validated);
        await academy.PublishAsync(validated);

        var standing = await StandingAsync(academy);
        standing["hello"].State.ShouldBe(ProjectState.Done);
        standing["files"].State.ShouldBe(ProjectState.Open);
    }

    private static Task<Outcome<Guid>> RegisterAsync(TestAcademy academy, string slug) =>
        academy.RunAsync<RegisterForProject, Outcome<Guid>>(r => r.RunAsync(Learner, slug, CancellationToken.None));

    private static Task<IReadOnlyDictionary<string, ProjectStanding>> StandingAsync(TestAcademy academy) =>
        academy.RunAsync<IEnrolment, IReadOnlyDictionary<string, ProjectStanding>>(e => e.StandingAsync(Learner, CancellationToken.None));

    /// <summary>Records compare their lists by reference.</summary>
    private sealed class StandingComparer : IEqualityComparer<ProjectStanding>
    {
        public bool Equals(ProjectStanding? x, ProjectStanding? y) =>
            x!.State == y!.State && x.AttemptId == y.AttemptId && x.MissingProjects.SequenceEqual(y.MissingProjects);

        public int GetHashCode(ProjectStanding obj) => obj.State.GetHashCode();
    }
}
