using Academy.Contracts.Grading;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Queue;

/// <summary>From the push to the verdict, as the last gradings of a project had it. A memory, not a promise.</summary>
/// <param name="Half">Half of them took no longer.</param>
/// <param name="MostOfThem">Nine in ten took no longer.</param>
internal sealed record WaitingTime(TimeSpan Half, TimeSpan MostOfThem);

/// <summary>Says how long the last gradings of a project took.</summary>
internal sealed class WaitingTimes(AcademyDb db)
{
    private const int Looked = 50;

    /// <summary>Below this, a number would say more than is known.</summary>
    private const int Fewest = 5;

    public async Task<WaitingTime?> OfAsync(string projectSlug, RunClass runClass, CancellationToken ct)
    {
        var last = await db.Set<GradingRun>()
            .Where(r => r.ProjectSlug == projectSlug && r.Class == runClass && r.State == RunState.Finished && r.Verdict != Verdict.PlatformError)
            .OrderByDescending(r => r.FinishedAt)
            .Take(Looked)
            .Select(r => new { r.QueuedAt, FinishedAt = r.FinishedAt!.Value })
            .ToListAsync(ct);
        if (last.Count < Fewest) return null;

        var times = last.Select(r => r.FinishedAt - r.QueuedAt).Order().ToList();
        return new WaitingTime(times.Percentile(50), times.Percentile(90));
    }
}

internal static class Percentiles
{
    /// <summary>Nearest rank: the smallest value that so many percent do not exceed.</summary>
    public static T Percentile<T>(this IReadOnlyList<T> sorted, int percent) =>
        sorted[Math.Max((int)Math.Ceiling(sorted.Count * percent / 100.0), 1) - 1];
}
