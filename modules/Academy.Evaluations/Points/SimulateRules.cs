using Academy.Contracts.Curriculum;
using Academy.Evaluations.Slots;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Points;

/// <param name="Learners">How many have points at all.</param>
/// <param name="HadToWait">How many of them once had fewer points than they needed.</param>
/// <param name="Waits">How often that happened.</param>
/// <param name="AtZero">How many have nothing left at the end.</param>
/// <param name="Average">What a learner has at the end.</param>
/// <param name="Pool">What is in the pool at the end.</param>
internal sealed record SimulatedRules(int Learners, int HadToWait, int Waits, int AtZero, decimal Average, int Pool);

/// <summary>What would have come of other numbers: everything that happened, counted anew. Nothing is written.</summary>
internal sealed class SimulateRules(AcademyDb db, ICurriculum curriculum)
{
    public async Task<(SimulatedRules Now, SimulatedRules Then)> RunAsync(PointRules changed, CancellationToken ct)
    {
        var entries = await db.Set<LedgerEntry>().AsNoTracking().ToListAsync(ct);
        var real = curriculum.Numbers().Points;
        // At the same moment, points are welcomed before they are spent: the reasons stand in this order.
        List<LedgerEntry> sorted = [.. entries.OrderBy(e => e.At).ThenBy(e => e.Reason).ThenBy(e => e.Id)];
        return (Run(sorted, real, real), Run(sorted, real, changed));
    }

    /// <param name="entries">In the order in which they happened.</param>
    /// <param name="real">The numbers by which they happened: what part of an evaluation so many points paid for.</param>
    /// <param name="changed">The numbers to try.</param>
    public static SimulatedRules Run(IReadOnlyList<LedgerEntry> entries, PointRules real, PointRules changed)
    {
        var balances = new Dictionary<string, int>();
        var (waited, earned) = (new HashSet<string>(), new HashSet<Guid>());
        var (pool, waits, cost) = (0, 0, Math.Max(1, real.Cost));
        DateOnly? week = null;
        foreach (var entry in entries)
        {
            var monday = LocalDay.Monday(DateOnly.FromDateTime(entry.At.UtcDateTime));
            if (week is not null && monday > week) Give();
            week = monday;
            switch (entry.Reason)
            {
                case PointReason.Welcome:
                    balances[entry.ToAccount] = changed.Start;
                    break;
                case PointReason.HandedIn or PointReason.Booked:
                    Pay(entry.FromAccount, Now(entry.Points));
                    break;
                case PointReason.Evaluated when PointAccount.IsLearner(entry.ToAccount):
                    // What was paid, the pool and new points may each have given a part.
                    if (!earned.Add(entry.SubjectId)) break;
                    Earn(entry.ToAccount, changed.Reward);
                    pool = Math.Max(0, pool + changed.Cost - changed.Reward);
                    break;
                case PointReason.Evaluated or PointReason.CancelledLate when !PointAccount.IsLearner(entry.FromAccount) && entry.ToAccount == PointAccount.Pool:
                    pool += changed.Cost;
                    break;
                case PointReason.Absent or PointReason.CancelledLate or PointReason.Silent when PointAccount.IsLearner(entry.FromAccount):
                    var lost = Math.Min(changed.Cost, balances.GetValueOrDefault(entry.FromAccount));
                    balances[entry.FromAccount] = balances.GetValueOrDefault(entry.FromAccount) - lost;
                    pool += lost;
                    break;
                case PointReason.Present or PointReason.GivenBack or PointReason.Undone when PointAccount.IsLearner(entry.ToAccount):
                    Earn(entry.ToAccount, Now(entry.Points));
                    break;
            }
        }

        return new SimulatedRules(
            balances.Count, waited.Count, waits, balances.Values.Count(b => b == 0),
            balances.Count == 0 ? 0 : Math.Round((decimal)balances.Values.Sum() / balances.Count, 1), pool);

        // A member of a team may have paid a part of an evaluation only.
        int Now(int points) => (points * changed.Cost + cost - 1) / cost;

        void Pay(string who, int points)
        {
            var has = balances.GetValueOrDefault(who);
            // Whoever had too few would have waited until somebody needed them, and then gone on as they did.
            if (has < points)
            {
                waits++;
                waited.Add(who);
            }

            balances[who] = Math.Max(0, has - points);
        }

        void Earn(string who, int points)
        {
            var sum = balances.GetValueOrDefault(who) + points;
            balances[who] = Math.Min(sum, changed.Cap);
            pool += sum - balances[who];
        }

        void Give()
        {
            foreach (var who in balances.Where(b => b.Value == 0).Select(b => b.Key).Order(StringComparer.Ordinal).ToList())
            {
                var gift = Math.Min(changed.WeeklyGift, pool);
                (balances[who], pool) = (gift, pool - gift);
            }
        }
    }
}
