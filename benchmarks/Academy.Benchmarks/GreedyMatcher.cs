using Academy.Contracts.Curriculum;
using Academy.Evaluations.Matching;

namespace Academy.Benchmarks;

/// <summary>The reference: works are served in the order of their wait, and nobody ever moves. Keeps the same rules.</summary>
internal static class GreedyMatcher
{
    /// <summary>Each takes the soonest slot, or the one with the lowest price of the matcher's.</summary>
    public static IReadOnlyList<Match> Solve(MatchingRound round, MatchingRules rules, bool byPrice)
    {
        var candidates = new Candidates(round, rules);
        var seating = new Seating(candidates);
        var prices = new Prices(candidates, seating);
        for (var work = 0; work < candidates.Works.Length; work++)
        {
            var asking = candidates.Works[work];
            prices.LookFrom(asking);
            var possible = asking.Slots.Where(slot => seating.IsFree(slot) && asking.MayMeet(candidates.Slots[slot]) && seating.Fits(work, slot));
            var best = byPrice ? possible.Select(slot => (int?)slot).MinBy(slot => Price(asking, candidates.Slots[slot!.Value])) : possible.Select(slot => (int?)slot).FirstOrDefault();
            if (best is { } slot) seating.Sit(work, slot);
        }

        return seating.Matches();

        double Price(Work work, in Slot slot) => prices.Delay(work, slot) + prices.Load(slot) + prices.Night(work, slot) + prices.Ties(slot);
    }
}
