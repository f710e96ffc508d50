using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Recorded;

internal static class WaitingRecordings
{
    /// <summary>Recorded and written defences of works that lack an evaluator: who was let down first, then the longest wait.</summary>
    public static async Task<IReadOnlyList<(Work Work, Recording Recording)>> WaitingRecordingsAsync(this AcademyDb db, CancellationToken ct)
    {
        var waiting = await db.Set<Work>().AsNoTracking().Include(w => w.Members)
            .Where(w => w.State == WorkState.Waiting && w.Needed > w.Held)
            .Join(db.Set<Recording>().AsNoTracking(), w => w.AttemptId, r => r.AttemptId, (w, r) => new { Work = w, Recording = r })
            .ToListAsync(ct);
        return [.. waiting.OrderByDescending(w => w.Work.IsFirst).ThenBy(w => w.Work.WaitingSince).Select(w => (w.Work, w.Recording))];
    }
}
