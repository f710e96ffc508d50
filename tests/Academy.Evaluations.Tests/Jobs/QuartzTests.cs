using Academy.Evaluations.Absences;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Jobs;
using Academy.Evaluations.Points;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Academy.Evaluations.Tests.Jobs;

/// <summary>Quartz really runs, on both databases; the clock that the rules look at is the test's.</summary>
public sealed class QuartzTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finds_an_evaluator_reveals_and_replaces_who_is_silent(DatabaseProvider provider)
    {
        await using var house = await House.OpenAsync(provider, peers: 1);
        var ines = await house.EvaluatorAsync("Inès Garnier");
        await house.OpenAsync(ines, "10:00", "10:30");
        var (learner, attempt) = await house.HandedInAsync();
        await house.Academy.RunAsync<SearchEvaluator, Outcome>(s => s.RunAsync(attempt, true, learner, CancellationToken.None));

        var scheduler = await house.Academy.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.Start();
        try
        {
            await scheduler.TriggerJob(EvaluationJobs.Match);
            await Until.TrueAsync(async () => (await house.WorkAsync(attempt)).Missing == 0, "an evaluator");
            var id = await house.Academy.RunAsync<AcademyDb, Guid>(db => db.Set<Evaluation>().Select(e => e.Id).SingleAsync());

            house.Academy.Clock.Advance(TimeSpan.FromMinutes(45));
            await scheduler.TriggerJob(EvaluationJobs.Keep);
            await Until.TrueAsync(async () => (await house.EvaluationAsync(id)).IsRevealed, "the reveal");

            house.Academy.Clock.Advance(TimeSpan.FromHours(26));
            // Twice at once: the rule has its effect once.
            await scheduler.TriggerJob(EvaluationJobs.Keep);
            await scheduler.TriggerJob(EvaluationJobs.Keep);
            await Until.TrueAsync(async () => (await house.EvaluationAsync(id)).State == EvaluationState.Replaced, "the replacement");
            (await house.Academy.RunAsync<AcademyDb, int>(db => db.Set<Incident>().CountAsync())).ShouldBe(1);
            (await house.PointsAsync(PointAccount.Of(ines))).ShouldBe(4);
        }
        finally
        {
            await scheduler.Shutdown(waitForJobsToComplete: true);
        }
    }
}
