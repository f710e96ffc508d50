using Academy.Grading.Alerts;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Academy.Grading.Workers;

/// <summary>
/// Puts back into the queue what was being graded by a worker that died. Whoever notices first does it: the version of the row
/// lets only one, and refuses what the dead one may still have to say.
/// </summary>
internal sealed class TakeOver(
    AcademyDb db, RaiseAlert alerts, IOptions<GradingOptions> options, TimeProvider clock, ILogger<TakeOver> log)
{
    /// <summary>What an earlier process with this worker's name was grading. Called once, before the first take.</summary>
    public async Task<int> OwnAsync(CancellationToken ct)
    {
        var name = options.Value.WorkerName;
        return await PutBackAsync(
            await db.Set<GradingRun>().Where(r => r.State == RunState.Running && r.Worker == name).ToListAsync(ct), ct);
    }

    /// <summary>What silent workers were grading, and what this one has lost track of.</summary>
    /// <param name="underWay">What this worker is grading.</param>
    public async Task<int> OthersAsync(IReadOnlyCollection<Guid> underWay, CancellationToken ct)
    {
        var name = options.Value.WorkerName;
        var silentSince = clock.GetUtcNow() - options.Value.Silence;
        var left = await db.Set<GradingRun>()
            .Where(r => r.State == RunState.Running)
            .Where(r => r.Worker == name
                ? r.StartedAt < silentSince && !underWay.Contains(r.Id)
                : !db.Set<Worker>().Any(w => w.Name == r.Worker && w.StoppedAt == null && w.HeartbeatAt > silentSince))
            .ToListAsync(ct);
        return await PutBackAsync(left, ct);
    }

    private async Task<int> PutBackAsync(IReadOnlyList<GradingRun> left, CancellationToken ct)
    {
        var taken = 0;
        foreach (var run in left)
        {
            if (await PutBackAsync(run, ct)) taken++;
            // A refused row would be tried again with each of the next ones.
            else db.ChangeTracker.Clear();
        }

        return taken;
    }

    private async Task<bool> PutBackAsync(GradingRun run, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var worker = run.Worker;
        run.Lose(worker, clock.GetUtcNow());
        if (run.State == RunState.Finished) await alerts.GradingFailedAsync(run, ct);
        if (db.Entry(run).State == EntityState.Detached) db.Update(run);
        if ((await db.SaveOrRefuseAsync(Refusals.Overtaken, ct)).IsRefused) return false;

        await db.Set<TestResult>().Where(t => t.RunId == run.Id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        log.LogWarning("Grading {RunId} was left by worker {Worker} after try {Try}: {State}", run.Id, worker, run.Tries, run.State);
        return true;
    }
}
