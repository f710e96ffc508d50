using Academy.Grading.Alerts;
using Academy.Grading.Live;
using Academy.Grading.Queue;
using Academy.Grading.Workers;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Operating;

/// <summary>What an operator does about gradings and workers.</summary>
internal sealed class OperateGradings(AcademyDb db, RaiseAlert alerts, GradingFeed feed, TimeProvider clock)
{
    /// <summary>Stops a worker from beginning anything more, or lets it work again.</summary>
    public async Task<Outcome> DrainAsync(string worker, bool draining, CancellationToken ct)
    {
        var changed = await db.Set<Worker>().Where(w => w.Name == worker)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.IsDraining, draining), ct);
        if (changed == 0) return Refusals.UnknownWorker;

        if (!draining) feed.Queued();
        return Outcome.Done;
    }

    /// <summary>Grades again what had failed on our side, in its old place.</summary>
    public async Task<Outcome> RunAgainAsync(Guid runId, CancellationToken ct)
    {
        if (await db.Set<GradingRun>().SingleOrDefaultAsync(r => r.Id == runId, ct) is not { } run) return Refusals.UnknownGrading;

        var outcome = run.RunAgain(clock.GetUtcNow());
        if (outcome.IsRefused) return outcome;

        await alerts.ClearAsync(AlertKind.GradingFailed, run.Id.ToString(), ct);
        var results = await db.Set<TestResult>().Where(t => t.RunId == runId).ToListAsync(ct);
        db.RemoveRange(results);
        outcome = await db.SaveOrRefuseAsync(Refusals.NothingToRepeat, ct);
        feed.Changed(runId);
        feed.Queued();
        return outcome;
    }

    /// <summary>An operator has seen it.</summary>
    public async Task<Outcome> ClearAsync(Guid alertId, CancellationToken ct)
    {
        if (await db.Set<OperatorAlert>().SingleOrDefaultAsync(a => a.Id == alertId, ct) is not { } alert) return Refusals.UnknownAlert;

        alert.Clear(clock.GetUtcNow());
        return await db.SaveOrRefuseAsync(Refusals.UnknownAlert, ct);
    }
}
