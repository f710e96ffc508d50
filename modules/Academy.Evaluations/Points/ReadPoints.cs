using Academy.Contracts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Points;

/// <summary>A learner's own points, and where they came from.</summary>
internal sealed class ReadPoints(AcademyDb db, ICurriculum curriculum, Ledger ledger, TimeProvider clock)
{
    /// <summary>The newest first, at most <paramref name="most"/>.</summary>
    /// <param name="before">Go on after this entry; null: from the newest.</param>
    public async Task<PointsView> OfAsync(Guid learnerId, Guid? before, int most, CancellationToken ct)
    {
        var (account, rules, now) = (PointAccount.Of(learnerId), curriculum.Numbers().Points, clock.GetUtcNow());
        var balance = await ledger.BalanceAsync(account, rules, now, ct);
        var entries = db.Set<LedgerEntry>().AsNoTracking().Where(e => e.FromAccount == account || e.ToAccount == account);
        if (before is { } last) entries = After(entries, await entries.SingleOrDefaultAsync(e => e.Id == last, ct));
        // At the same moment, points are welcomed before they are spent: the reasons stand in this order.
        var newest = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Reason).ThenByDescending(e => e.Id).Take(most + 1).ToListAsync(ct);
        var shown = newest.Take(most).ToList();

        var ids = shown.Select(e => e.AttemptId).OfType<Guid>().Distinct().ToList();
        var works = await db.Set<Work>().AsNoTracking().Where(w => ids.Contains(w.AttemptId)).ToDictionaryAsync(w => w.AttemptId, ct);
        var lines = new List<PointLine>();
        foreach (var entry in shown)
        {
            var work = entry.AttemptId is { } id ? works.GetValueOrDefault(id) : null;
            lines.Add(new PointLine(
                entry.Id, entry.At, entry.ToAccount == account ? entry.Points : -entry.Points, entry.Reason,
                work is null ? null : (await curriculum.ProjectOfAsync(work, ct)).Title));
        }

        return new PointsView(balance, rules, lines, newest.Count > most ? shown[^1].Id : null);
    }

    /// <summary>Those that come after this one in the list; none after one that is not the learner's.</summary>
    private static IQueryable<LedgerEntry> After(IQueryable<LedgerEntry> entries, LedgerEntry? last) => last is null
        ? entries.Where(_ => false)
        : entries.Where(e => e.At < last.At
            || (e.At == last.At && (e.Reason < last.Reason || (e.Reason == last.Reason && e.Id.CompareTo(last.Id) < 0))));
}

/// <param name="Next">Where the next page begins; null: that was all.</param>
internal sealed record PointsView(int Balance, PointRules Rules, IReadOnlyList<PointLine> Lines, Guid? Next);

/// <param name="Change">Less than 0 when points went away.</param>
/// <param name="Project">What it had to do with; null: with no project.</param>
internal sealed record PointLine(Guid Id, DateTimeOffset At, int Change, PointReason Reason, Text? Project);
