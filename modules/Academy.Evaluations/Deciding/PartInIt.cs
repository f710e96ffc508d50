using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Deciding;

/// <summary>Who had a part in something, and does not judge it.</summary>
internal static class PartInIt
{
    /// <summary>Those who worked on it or evaluated it. Whoever has decided one case of it may decide the next.</summary>
    public static async Task<IReadOnlySet<Guid>> WithAPartAsync(this AcademyDb db, Work work, CancellationToken ct) =>
        work.Members.Select(m => m.LearnerId)
            .Concat(await db.Set<Evaluation>().Where(e => e.AttemptId == work.AttemptId).Select(e => e.EvaluatorId).ToListAsync(ct))
            .ToHashSet();

    /// <summary>Of its mark: also those who have changed it.</summary>
    public static async Task<IReadOnlySet<Guid>> WithAPartInItsMarkAsync(this AcademyDb db, Work work, CancellationToken ct) =>
        (await db.WithAPartAsync(work, ct))
            .Concat(await db.Set<MarkChange>().Where(c => c.AttemptId == work.AttemptId && c.By != null).Select(c => c.By!.Value).ToListAsync(ct))
            .ToHashSet();
}
