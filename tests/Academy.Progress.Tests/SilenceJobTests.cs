using Academy.Contracts.Accounts;
using Academy.Contracts.Notifications;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Web;
using Academy.Progress.Home;
using Academy.Progress.Jobs;
using Academy.Progress.Pace;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Academy.Progress.Tests;

/// <summary>Quartz really runs, on both databases; the clock that the rule looks at is the test's.</summary>
public sealed class SilenceJobTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Quartz_tells_a_silence_once_however_often_it_looks(DatabaseProvider provider)
    {
        var told = new List<NoticeDue>();
        await using var academy = await TestAcademy.CreateAsync(
            provider, services => services.AddSingleton(told).AddReaction<NoticeDue, Note>(), ("Demo:Enabled", "true"));
        var learner = (await academy.RunAsync<IPeople, Person?>(p => p.SignInAsync("apprenant@demo.academy", DemoOptions.Password, default)))!.Id;
        await academy.RunAsync<LearnerHome>(h => h.VisitAsync(learner, default));

        var scheduler = await academy.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        (await scheduler.GetTriggersOfJob(SilenceJob.Key)).Count.ShouldBe(1);
        await scheduler.Start();
        try
        {
            academy.Clock.Advance(TimeSpan.FromDays(11));
            await scheduler.TriggerJob(SilenceJob.Key);
            await scheduler.TriggerJob(SilenceJob.Key);
            await Until.TrueAsync(async () => (await PaceAsync(academy, learner)).SilenceToldAt is not null, "the silence to be told");
        }
        finally
        {
            await scheduler.Shutdown(waitForJobsToComplete: true);
        }

        await academy.DeliverAsync();
        told.Where(n => n.Link == $"/learners/{learner}").ShouldHaveSingleItem();
    }

    private static Task<LearnerPace> PaceAsync(TestAcademy academy, Guid learner) =>
        academy.RunAsync<AcademyDb, LearnerPace>(db => db.Set<LearnerPace>().AsNoTracking().SingleAsync(p => p.Id == learner));

    private sealed class Note(List<NoticeDue> told) : IReaction<NoticeDue>
    {
        public Task RunAsync(NoticeDue happened, CancellationToken ct)
        {
            told.Add(happened);
            return Task.CompletedTask;
        }
    }
}
