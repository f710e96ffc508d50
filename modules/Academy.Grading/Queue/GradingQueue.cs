using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Academy.Grading.Queue;

/// <summary>Hands out the waiting gradings in their order, each to one worker.</summary>
internal sealed class GradingQueue(AcademyDb db, IOptions<GradingOptions> options, TimeProvider clock)
{
    /// <summary>Takes the next grading; null when none is due.</summary>
    public async Task<GradingRun?> TakeAsync(CancellationToken ct)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var next = await db.Set<GradingRun>()
                .Where(r => r.State == RunState.Queued && r.DueAt <= now)
                .OrderBy(r => r.Class).ThenBy(r => r.Turn).ThenBy(r => r.QueuedAt).ThenBy(r => r.Id)
                .FirstOrDefaultAsync(ct);
            if (next is null) return null;

            next.Start(options.Value.WorkerName, now);
            if (!(await db.SaveOrRefuseAsync(Refusals.Overtaken, ct)).IsRefused) return next;
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Takes up what a process with this worker's name was grading when it died. Called once, before the first take.</summary>
    public async Task<int> RecoverAsync(CancellationToken ct)
    {
        var name = options.Value.WorkerName;
        var left = await db.Set<GradingRun>().Where(r => r.State == RunState.Running && r.Worker == name).ToListAsync(ct);
        foreach (var run in left)
        {
            await db.Set<TestResult>().Where(t => t.RunId == run.Id).ExecuteDeleteAsync(ct);
            run.Requeue(clock.GetUtcNow());
        }

        await db.SaveChangesAsync(ct);
        return left.Count;
    }

    /// <summary>Place in the queue, from 1.</summary>
    public async Task<int> PositionAsync(GradingRun run, CancellationToken ct) =>
        1 + await db.Set<GradingRun>().CountAsync(
            r => r.State == RunState.Queued
                && (r.Class < run.Class || (r.Class == run.Class
                    && (r.Turn < run.Turn || (r.Turn == run.Turn
                        && (r.QueuedAt < run.QueuedAt || (r.QueuedAt == run.QueuedAt && r.Id.CompareTo(run.Id) < 0)))))),
            ct);
}
