using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Contracts.Repositories;
using Academy.Grading.Queue;
using Academy.Grading.Regrading;
using Academy.Kernel.Data;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Grading.Tests.Regrading;

/// <summary>What tests of regrades do again and again.</summary>
internal static class RegradeSteps
{
    public static readonly Guid Trainer = Guid.CreateVersion7();
    public static readonly Guid Ada = new("00000000-0000-7000-8000-00000000000a");
    public static readonly Guid Ben = new("00000000-0000-7000-8000-00000000000b");
    public static readonly Guid Cleo = new("00000000-0000-7000-8000-00000000000c");

    /// <summary>Learners who were graded once, with these points of 5; 4 pass.</summary>
    public static async Task<TestAcademy> GivenAsync(DatabaseProvider provider, params (Guid Learner, int Points)[] results)
    {
        var academy = await TestAcademy.CreateAsync(provider);
        var release = academy.Services.GetRequiredService<ICurriculum>().Current!;
        foreach (var (learner, points) in results)
        {
            await academy.RunAsync<AcademyDb>(db => Attempts.BeginAsync(db, learner, "hello", release.Id, academy.Clock.GetUtcNow()));
            await GradeAsync(academy, learner, 'a', points);
        }

        return academy;
    }

    public static async Task PushAsync(TestAcademy academy, Guid learner, char commit)
    {
        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        var attempt = await AttemptAsync(academy, learner);
        await academy.PublishAsync(new CommitPushed(attempt.Id, new string(commit, 40), "Essai", learner, academy.Clock.GetUtcNow()));
    }

    public static async Task GradeAsync(TestAcademy academy, Guid learner, char commit, int points)
    {
        await PushAsync(academy, learner, commit);
        await academy.RunAsync<AcademyDb>(async db =>
        {
            var run = await db.Set<GradingRun>().SingleAsync(r => r.LearnerId == learner && r.Commit == new string(commit, 40) && r.RegradeId == null);
            Finish(academy, run, points);
            await db.SaveChangesAsync();
            await academy.PublishAsync(new GradingFinished(
                run.Id, run.AttemptId, learner, "hello", run.ReleaseId, run.Commit, run.Verdict!.Value, points, 5, academy.Clock.GetUtcNow()));
        });
    }

    public static void Finish(TestAcademy academy, GradingRun run, int points)
    {
        run.Start("w", academy.Clock.GetUtcNow());
        run.Finish(points >= 4 ? Verdict.Passed : Verdict.Failed, points, 5, null, academy.Clock.GetUtcNow());
    }

    public static async Task<Guid> StartAsync(TestAcademy academy, params Guid[] learners) =>
        (await academy.RunAsync<StartRegrade, Kernel.Outcomes.Outcome<Guid>>(
            s => s.RunAsync(new RegradeRequest("hello", null, WithCurrentTests: true, learners, []), Trainer, CancellationToken.None))).Value;

    public static async Task<Guid> TryAsync(TestAcademy academy, params (Guid Learner, int Points)[] results)
    {
        var regrade = await StartAsync(academy);
        await FinishAsync(academy, regrade, results);
        return regrade;
    }

    public static Task FinishAsync(TestAcademy academy, Guid regrade, params (Guid Learner, int Points)[] results) =>
        academy.RunAsync<AcademyDb>(async db =>
        {
            foreach (var (learner, points) in results)
                Finish(academy, await db.Set<GradingRun>().SingleAsync(r => r.RegradeId == regrade && r.LearnerId == learner), points);
            await db.SaveChangesAsync();
        });

    public static Task<Kernel.Outcomes.Outcome<int>> DecideAsync(
        TestAcademy academy, Func<DecideRegrade, Task<Kernel.Outcomes.Outcome<int>>> decide) => academy.RunAsync(decide);

    public static async Task<int> ApplyAsync(TestAcademy academy, Guid regrade, bool alsoLower = false, bool alsoLost = false)
    {
        var outcome = await DecideAsync(academy, d => d.ApplyAsync(regrade, alsoLower, alsoLost, Trainer, CancellationToken.None));
        outcome.Refusal.ShouldBeNull();
        await academy.DeliverAsync();
        return outcome.Value;
    }

    public static async Task<int> UndoAsync(TestAcademy academy, Guid regrade)
    {
        var outcome = await DecideAsync(academy, d => d.UndoAsync(regrade, Trainer, CancellationToken.None));
        outcome.Refusal.ShouldBeNull();
        await academy.DeliverAsync();
        return outcome.Value;
    }

    public static Task<RegradeView> ViewAsync(TestAcademy academy, Guid regrade) =>
        academy.RunAsync<RegradeReader, RegradeView>(async r => (await r.FindAsync(regrade, CancellationToken.None))!);

    public static async Task<(int Percent, bool IsValidated, int Xp)> ResultAsync(TestAcademy academy, Guid learner)
    {
        var results = await academy.RunAsync<ILearnerProgress, IReadOnlyDictionary<Guid, ResultInfo>>(p => p.ResultsAsync("hello", CancellationToken.None));
        var level = await academy.RunAsync<ILearnerProgress, LevelInfo>(p => p.LevelAsync(learner, CancellationToken.None));
        return (results[learner].Percent, results[learner].IsValidated, level.Xp);
    }

    public static async Task<ProjectState> StandingAsync(TestAcademy academy, Guid learner, string project) =>
        (await academy.RunAsync<IEnrolment, IReadOnlyDictionary<string, ProjectStanding>>(e => e.StandingAsync(learner, CancellationToken.None)))[project].State;

    public static async Task<AttemptInfo> AttemptAsync(TestAcademy academy, Guid learner) =>
        (await academy.RunAsync<IEnrolment, IReadOnlyList<AttemptInfo>>(e => e.ForLearnerAsync(learner, CancellationToken.None))).Single();
}
