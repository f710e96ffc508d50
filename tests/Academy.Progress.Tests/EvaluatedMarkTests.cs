using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Evaluations;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Progress.Tests;

/// <summary>"hello" is evaluated by people: 100 XP, pass mark 80.</summary>
public sealed class EvaluatedMarkTests : IDisposable
{
    private static readonly Guid Ada = new("00000000-0000-7000-8000-00000000000a");
    private static readonly Guid Ben = new("00000000-0000-7000-8000-00000000000b");

    private readonly EvaluatedContent _content = new();

    public void Dispose() => _content.Dispose();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_grader_alone_gives_nothing_and_the_evaluators_give_the_mark(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        var attempt = await BeginAsync(academy, Ada);

        await academy.PublishAsync(new GradingFinished(
            Guid.CreateVersion7(), attempt, Ada, "hello", Release(academy), new string('a', 40), Verdict.Passed, 5, 5, academy.Clock.GetUtcNow()));
        (await XpAsync(academy, Ada)).ShouldBe(0);
        (await StateAsync(academy, Ada)).ShouldBe(ProjectState.InProgress);

        await academy.PublishAsync(Evaluated(academy, attempt, 0, (Ada, 85)));
        (await XpAsync(academy, Ada)).ShouldBe(85);
        (await StateAsync(academy, Ada)).ShouldBe(ProjectState.Done);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_member_has_a_mark_of_their_own(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        var attempt = await BeginAsync(academy, Ada, Ben);

        await academy.PublishAsync(Evaluated(academy, attempt, 0, (Ada, 90), (Ben, 40)));

        (await XpAsync(academy, Ada)).ShouldBe(90);
        (await XpAsync(academy, Ben)).ShouldBe(0);
        (await StateAsync(academy, Ada)).ShouldBe(ProjectState.Done);
        (await StateAsync(academy, Ben)).ShouldBe(ProjectState.Open);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_best_mark_over_all_attempts_counts(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        var first = await BeginAsync(academy, Ada);
        await academy.PublishAsync(Evaluated(academy, first, 0, (Ada, 95)));
        var second = await BeginAsync(academy, Ada);
        await academy.PublishAsync(Evaluated(academy, second, 0, (Ada, 30)));

        (await ResultAsync(academy, Ada)).ShouldBe((95, true));
        (await XpAsync(academy, Ada)).ShouldBe(95);
        (await StateAsync(academy, Ada)).ShouldBe(ProjectState.Done);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_revision_lowers_exactly_one_attempt_and_the_best_of_the_others_still_counts(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        var first = await BeginAsync(academy, Ada);
        await academy.PublishAsync(Evaluated(academy, first, 0, (Ada, 82)));
        var second = await BeginAsync(academy, Ada);
        await academy.PublishAsync(Evaluated(academy, second, 0, (Ada, 96)));

        await academy.PublishAsync(Evaluated(academy, second, 1, (Ada, 10)));
        (await ResultAsync(academy, Ada)).ShouldBe((82, true));
        (await XpAsync(academy, Ada)).ShouldBe(82);
        (await StateAsync(academy, Ada)).ShouldBe(ProjectState.Done);

        await academy.PublishAsync(Evaluated(academy, first, 1, (Ada, 50)));
        (await ResultAsync(academy, Ada)).ShouldBe((50, false));
        (await XpAsync(academy, Ada)).ShouldBe(0);
        (await StateAsync(academy, Ada)).ShouldNotBe(ProjectState.Done);

        await academy.PublishAsync(Evaluated(academy, first, 2, (Ada, 88)));
        (await ResultAsync(academy, Ada)).ShouldBe((88, true));
        (await XpAsync(academy, Ada)).ShouldBe(88);
        (await StateAsync(academy, Ada)).ShouldBe(ProjectState.Done);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_mark_that_is_told_twice_or_late_changes_nothing(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        var attempt = await BeginAsync(academy, Ada);
        var first = Evaluated(academy, attempt, 0, (Ada, 85));
        var second = Evaluated(academy, attempt, 1, (Ada, 92));

        await academy.PublishAsync(second);
        await academy.PublishAsync(first);
        await academy.PublishAsync(second);

        (await ResultAsync(academy, Ada)).ShouldBe((92, true));
        (await XpAsync(academy, Ada)).ShouldBe(92);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_the_grader_gave_before_people_evaluated_is_never_lost(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, _content.Setting);
        var attempt = await BeginAsync(academy, Ada);
        await academy.PublishAsync(Evaluated(academy, attempt, 0, (Ada, 85)));
        await academy.PublishAsync(new ResultChanged(
            attempt, Ada, "hello", new ResultState(85, true, Release(academy)), new ResultState(10, false, Release(academy)), academy.Clock.GetUtcNow()));

        (await ResultAsync(academy, Ada)).ShouldBe((85, true));
    }

    private static string Release(TestAcademy academy) => academy.Services.GetRequiredService<ICurriculum>().Current!.Id;

    private static Task<Guid> BeginAsync(TestAcademy academy, params Guid[] team) => academy.RunAsync<AcademyDb, Guid>(
        db => Teams.BeginAsync(db, "hello", Release(academy), academy.Clock.GetUtcNow(), team));

    private static WorkEvaluated Evaluated(TestAcademy academy, Guid attempt, int revision, params (Guid Learner, int Percent)[] marks)
    {
        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        return new WorkEvaluated(
            attempt, "hello", Release(academy), marks.ToDictionary(m => m.Learner, m => m.Percent), revision, academy.Clock.GetUtcNow());
    }

    private static async Task<int> XpAsync(TestAcademy academy, Guid learner) =>
        (await academy.RunAsync<ILearnerProgress, LevelInfo>(p => p.LevelAsync(learner, CancellationToken.None))).Xp;

    private static async Task<(int Percent, bool IsValidated)> ResultAsync(TestAcademy academy, Guid learner)
    {
        var results = await academy.RunAsync<ILearnerProgress, IReadOnlyDictionary<Guid, ResultInfo>>(
            p => p.ResultsAsync("hello", CancellationToken.None));
        return (results[learner].Percent, results[learner].IsValidated);
    }

    private static async Task<ProjectState> StateAsync(TestAcademy academy, Guid learner) =>
        (await academy.RunAsync<IEnrolment, IReadOnlyDictionary<string, ProjectStanding>>(
            e => e.StandingAsync(learner, CancellationToken.None)))["hello"].State;
}
