using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Booking;

/// <param name="Half">Half of them waited at most so long.</param>
/// <param name="Most">Nine of ten did.</param>
/// <param name="Count">How many facts that is.</param>
internal sealed record UsualWait(TimeSpan Half, TimeSpan Most, int Count);

/// <summary>How long it took lately from the hand-in to the evaluation itself: facts, not promises.</summary>
internal sealed class WaitingTimes(AcademyDb db, TimeProvider clock)
{
    private const int FewestFacts = 5;
    private const int MostFacts = 500;
    private const int Days = 90;

    /// <summary>Of the project where there is enough to go by, else of all; null while there is not.</summary>
    public async Task<UsualWait?> OfAsync(string projectSlug, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-Days);
        var lately = db.Set<Evaluation>().AsNoTracking().Where(e => e.IsHeld && e.BookedAt > since && e.Kind != EvaluationKind.Calibration);
        var ofProject = lately.Where(e => db.Set<Work>().Any(w => w.AttemptId == e.AttemptId && w.ProjectSlug == projectSlug));
        return Of(await NewestAsync(ofProject, ct)) ?? Of(await NewestAsync(lately, ct));
    }

    private static async Task<IReadOnlyList<TimeSpan>> NewestAsync(IQueryable<Evaluation> evaluations, CancellationToken ct) =>
    [
        .. (await evaluations.OrderByDescending(e => e.BookedAt).Take(MostFacts).Select(e => new { e.WaitingSince, e.StartsAt }).ToListAsync(ct))
            .Select(e => e.StartsAt - e.WaitingSince),
    ];

    public static UsualWait? Of(IReadOnlyList<TimeSpan> waits)
    {
        if (waits.Count < FewestFacts) return null;

        var sorted = waits.Order().ToList();
        return new UsualWait(Rank(0.5), Rank(0.9), sorted.Count);

        // The nearest rank: a wait that somebody really had.
        TimeSpan Rank(double part) => sorted[(int)Math.Ceiling(part * sorted.Count) - 1];
    }
}
