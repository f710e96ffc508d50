using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Evaluations;
using Academy.Enrolment.Ending;
using Academy.Enrolment.Registering;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Enrolment.Tests;

/// <summary>"hello" is evaluated by people: pass mark 80.</summary>
public sealed class EvaluatedWorkTests : IDisposable
{
    private static readonly Guid Ada = new("00000000-0000-7000-8000-00000000000a");

    private readonly EvaluatedContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Work_that_is_handed_in_closes_and_ends_with_its_marks(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        var attempt = (await RegisterAsync(academy)).Value;

        var (now, read) = (academy.Clock.GetUtcNow(), await FindAsync(academy, attempt));
        (await HandInAsync(academy, read, now)).ShouldBeTrue();
        (await FindAsync(academy, attempt)).State.ShouldBe(AttemptState.HandedIn);
        (await FindAsync(academy, attempt)).ClosesAt.ShouldBe(now);

        await EvaluateAsync(academy, attempt, 0, 90);
        (await HandInAsync(academy, read, now)).ShouldBeFalse();
        (await FindAsync(academy, attempt)).State.ShouldBe(AttemptState.Validated);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_given_up_since_it_was_read_is_not_handed_in(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        var attempt = (await RegisterAsync(academy)).Value;
        var read = await FindAsync(academy, attempt);
        (await academy.RunAsync<GiveUpAttempt, Outcome>(g => g.RunAsync(attempt, Ada, default))).Refusal.ShouldBeNull();

        (await HandInAsync(academy, read, academy.Clock.GetUtcNow())).ShouldBeFalse();

        (await FindAsync(academy, attempt)).State.ShouldBe(AttemptState.GivenUp);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_a_validated_attempt_another_one_may_follow_at_once(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        var first = (await RegisterAsync(academy)).Value;
        await EvaluateAsync(academy, first, 0, 85);

        var standing = await StandingAsync(academy);
        standing.State.ShouldBe(ProjectState.Done);
        standing.OpensAt.ShouldNotBeNull();
        standing.OpensAt.Value.ShouldBeLessThanOrEqualTo(academy.Clock.GetUtcNow());

        var second = (await RegisterAsync(academy)).Value;
        second.ShouldNotBe(first);
        (await RegisterAsync(academy)).Value.ShouldBe(second);
        (await StandingAsync(academy)).ShouldSatisfyAllConditions(
            s => s.State.ShouldBe(ProjectState.Done), s => s.AttemptId.ShouldBe(second), s => s.OpensAt.ShouldBeNull());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_wait_grows_with_each_failure_and_says_until_when(DatabaseProvider provider)
    {
        using var content = new EvaluatedContent("  attempts: { waitHours: [0, 12, 24] }\n");
        await using var academy = await TestAcademy.CreateAsync(provider, content.Setting);

        await EvaluateAsync(academy, (await RegisterAsync(academy)).Value, 0, 20);
        (await StandingAsync(academy)).State.ShouldBe(ProjectState.Open);

        await EvaluateAsync(academy, (await RegisterAsync(academy)).Value, 0, 20);
        var waiting = await StandingAsync(academy);
        waiting.State.ShouldBe(ProjectState.Waiting);
        waiting.OpensAt.ShouldBe(academy.Clock.GetUtcNow().AddHours(12));
        var refused = await RegisterAsync(academy);
        refused.Refusal.ShouldNotBeNull().Code.ShouldBe("not-yet-again");
        refused.Refusal!.Args.ShouldBe([waiting.OpensAt!.Value]);

        academy.Clock.Advance(TimeSpan.FromHours(12));
        (await RegisterAsync(academy)).IsRefused.ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_appeal_that_is_upheld_turns_a_failure_into_a_validated_project_and_back(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        var attempt = (await RegisterAsync(academy)).Value;

        await EvaluateAsync(academy, attempt, 0, 70);
        (await FindAsync(academy, attempt)).State.ShouldBe(AttemptState.Failed);
        await EvaluateAsync(academy, attempt, 1, 81);
        (await StandingAsync(academy)).State.ShouldBe(ProjectState.Done);
        await EvaluateAsync(academy, attempt, 2, 10);
        (await FindAsync(academy, attempt)).State.ShouldBe(AttemptState.Failed);
        (await StandingAsync(academy)).State.ShouldBe(ProjectState.Open);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_took_no_part_reads_their_own_result_and_not_the_teams(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        var (ben, release) = (Guid.CreateVersion7(), academy.Services.GetRequiredService<ICurriculum>().Current!.Id);
        var team = await academy.RunAsync<AcademyDb, Guid>(db => Testing.Teams.BeginAsync(db, "files", release, academy.Clock.GetUtcNow(), Ada, ben));
        await academy.PublishAsync(new WorkEvaluated(team, "files", release, new Dictionary<Guid, int> { [Ada] = 90, [ben] = 0 }, 0, academy.Clock.GetUtcNow()));

        (await ForAsync(Ada)).ShouldBe((AttemptState.Validated, true));
        (await ForAsync(ben)).ShouldBe((AttemptState.Failed, false));
        (await ForAsync(Guid.CreateVersion7())).ShouldBe((AttemptState.Validated, true), "a trainer sees the team's");

        async Task<(AttemptState, bool)> ForAsync(Guid reader)
        {
            var found = (await academy.RunAsync<IEnrolment, AttemptInfo?>(e => e.FindForAsync(team, reader, default)))!;
            return (found.State, found.ValidatedAt is not null);
        }
    }

    private static Task<Outcome<Guid>> RegisterAsync(TestAcademy academy) =>
        academy.RunAsync<RegisterForProject, Outcome<Guid>>(r => r.RunAsync(Ada, "hello", CancellationToken.None));

    private static async Task<AttemptInfo> FindAsync(TestAcademy academy, Guid attempt) =>
        (await academy.RunAsync<IEnrolment, AttemptInfo?>(e => e.FindAsync(attempt, CancellationToken.None)))!;

    private static async Task<ProjectStanding> StandingAsync(TestAcademy academy) =>
        (await academy.RunAsync<IEnrolment, IReadOnlyDictionary<string, ProjectStanding>>(
            e => e.StandingAsync(Ada, CancellationToken.None)))["hello"];

    private static Task EvaluateAsync(TestAcademy academy, Guid attempt, int revision, int percent)
    {
        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        return academy.PublishAsync(new WorkEvaluated(
            attempt, "hello", academy.Services.GetRequiredService<ICurriculum>().Current!.Id,
            new Dictionary<Guid, int> { [Ada] = percent }, revision, academy.Clock.GetUtcNow()));
    }

    private static Task<bool> HandInAsync(TestAcademy academy, AttemptInfo read, DateTimeOffset at) => academy.RunAsync<IServiceProvider, bool>(async services =>
    {
        var handedIn = await services.GetRequiredService<IEnrolment>().HandInAsync(read, at, default);
        await services.GetRequiredService<AcademyDb>().SaveChangesAsync();
        return handedIn;
    });
}
