using Academy.Grading.Workers;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Academy.Grading.Queue;

/// <summary>Hands out the waiting gradings in their order, each to one worker.</summary>
internal sealed class GradingQueue(AcademyDb db, IOptions<GradingOptions> options, TimeProvider clock)
{
    /// <summary>Takes the next grading; null when none is due, or this worker is to begin nothing more.</summary>
    public async Task<GradingRun?> TakeAsync(CancellationToken ct)
    {
        var name = options.Value.WorkerName;
        while (true)
        {
            var now = clock.GetUtcNow();
            var next = await db.Set<GradingRun>()
                .Where(r => r.State == RunState.Queued && r.DueAt <= now)
                .Where(r => !db.Set<Worker>().Any(w => w.Name == name && w.IsDraining))
                .OrderBy(r => r.Class).ThenBy(r => r.Turn).ThenBy(r => r.QueuedAt).ThenBy(r => r.Id)
                .FirstOrDefaultAsync(ct);
            if (next is null) return null;

            next.Start(name, now);
            if (!(await db.SaveOrRefuseAsync(Refusals.Overtaken, ct)).IsRefused) return next;
            db.ChangeTracker.Clear();
        }
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
