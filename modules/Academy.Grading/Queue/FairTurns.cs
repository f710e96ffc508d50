using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Queue;

/// <summary>
/// Start-time fair queueing (Goyal, Vin and Cheng, 1996) with learners as flows: each next grading of a learner stands one turn
/// further back, and nobody begins before the turn that the class has reached. A hundred pushes of one learner thus take every
/// other place at most when somebody else waits, and idle time earns no credit.
/// </summary>
internal sealed class FairTurns(AcademyDb db)
{
    /// <summary>The turn of the next grading of a learner.</summary>
    public async Task<long> NextAsync(RunClass runClass, Guid learnerId, CancellationToken ct)
    {
        var reached = await ReachedAsync(runClass, ct);
        var last = await db.Set<GradingRun>()
            .Where(r => r.LearnerId == learnerId && r.Class == runClass && r.State != RunState.Superseded && r.State != RunState.Late)
            .MaxAsync(r => (long?)r.Turn, ct) ?? 0;
        return Math.Max(reached, last) + 1;
    }

    /// <summary>The turns of the next gradings of many learners.</summary>
    public async Task<Dictionary<Guid, long>> NextAsync(RunClass runClass, IReadOnlyCollection<Guid> learnerIds, CancellationToken ct)
    {
        var reached = await ReachedAsync(runClass, ct);
        // Only what still waits can stand further back than the turn that was reached.
        var last = await db.Set<GradingRun>()
            .Where(r => r.Class == runClass && r.State == RunState.Queued)
            .GroupBy(r => r.LearnerId)
            .Select(g => new { LearnerId = g.Key, Turn = g.Max(r => r.Turn) })
            .ToDictionaryAsync(g => g.LearnerId, g => g.Turn, ct);
        return learnerIds.Distinct().ToDictionary(id => id, id => Math.Max(reached, last.GetValueOrDefault(id)) + 1);
    }

    /// <summary>The largest turn of the class that was begun.</summary>
    public Task<long> ReachedAsync(RunClass runClass, CancellationToken ct) => db.Set<GradingRun>()
        .Where(r => r.Class == runClass && (r.State == RunState.Running || r.State == RunState.Finished))
        .OrderByDescending(r => r.Turn)
        .Select(r => r.Turn)
        .FirstOrDefaultAsync(ct);
}
