using Academy.Contracts.Curriculum;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Points;

/// <summary>What those who worked on something pay for its evaluations, and get back. Like the ledger, it saves nothing.</summary>
internal sealed class WorkPurse(AcademyDb db, Ledger ledger)
{
    /// <summary>Moves exactly so many points into the work's account, or refuses when all of them together have fewer.</summary>
    public async Task<Outcome> PayAsync(Work work, int points, Cause cause, PointRules rules, DateTimeOffset now, CancellationToken ct)
    {
        var members = await SharesAsync(work, rules, now, ct);
        var has = members.Sum(m => m.Has);
        if (has < points) return (members.Count == 1 ? Refusals.NotEnoughPoints : Refusals.TeamHasNotEnoughPoints).With(points, has);

        foreach (var (learnerId, share) in Shares.Pay(points, members))
            await ledger.MoveWhatIsThereAsync(PointAccount.Of(learnerId), PointAccount.OfWork(work.AttemptId), share, cause, rules, now, ct);
        return Outcome.Done;
    }

    /// <summary>What was paid and earned by nobody goes back to those who paid it.</summary>
    /// <param name="keep">Points that somebody is still going to earn.</param>
    public async Task GiveBackAsync(Work work, string occasion, int keep, PointRules rules, DateTimeOffset now, CancellationToken ct)
    {
        var account = PointAccount.OfWork(work.AttemptId);
        var left = await ledger.BalanceAsync(account, rules, now, ct) - keep;
        if (left <= 0) return;

        var cause = new Cause(PointReason.GivenBack, work.AttemptId, work.AttemptId, occasion);
        foreach (var (learnerId, share) in Shares.GiveBack(left, await SharesAsync(work, rules, now, ct)))
            await ledger.MoveWhatIsThereAsync(account, PointAccount.Of(learnerId), share, cause, rules, now, ct);
    }

    /// <summary>The captain's turn comes first.</summary>
    private async Task<IReadOnlyList<Share>> SharesAsync(Work work, PointRules rules, DateTimeOffset now, CancellationToken ct)
    {
        var account = PointAccount.OfWork(work.AttemptId);
        var saved = await db.Set<LedgerEntry>().Where(e => e.FromAccount == account || e.ToAccount == account).ToListAsync(ct);
        // What this transaction has moved already counts as well.
        var entries = saved.Union(db.Set<LedgerEntry>().Local).ToList();
        var shares = new List<Share>();
        foreach (var learnerId in work.Members.Select(m => m.LearnerId).OrderBy(id => id != work.CaptainId).ThenBy(id => id))
        {
            var own = PointAccount.Of(learnerId);
            var paid = entries.Where(e => e.FromAccount == own && e.ToAccount == account).Sum(e => e.Points)
                - entries.Where(e => e.FromAccount == account && e.ToAccount == own).Sum(e => e.Points);
            shares.Add(new Share(learnerId, paid, await ledger.BalanceAsync(own, rules, now, ct)));
        }

        return shares;
    }
}
