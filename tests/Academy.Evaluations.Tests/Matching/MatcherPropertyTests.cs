using Academy.Contracts.Curriculum;
using Academy.Evaluations.Matching;

namespace Academy.Evaluations.Tests.Matching;

/// <summary>What is true of every round, tried on hundreds of small crowded ones.</summary>
public sealed class MatcherPropertyTests
{
    private const int Rounds = 400;
    private static readonly MatchingRules Rules = EvaluationRules.Default.Matching;

    [Fact]
    public void Keeps_every_rule()
    {
        var made = 0;
        foreach (var round in Entangled())
        {
            var appointments = Solve(round);
            foreach (var (work, slot) in appointments.Made) appointments.Allow(work, slot).ShouldBeTrue();
            appointments.Made.Select(m => m.Work.Id).ShouldBeUnique();
            made += appointments.Made.Count;
        }

        made.ShouldBeGreaterThan(Rounds);
    }

    [Fact]
    public void Leaves_nobody_out_for_somebody_who_waited_less()
    {
        var left = 0;
        foreach (var round in Entangled())
        {
            var appointments = Solve(round);
            foreach (var work in appointments.Unserved)
            {
                left++;
                foreach (var slot in round.Slots)
                {
                    appointments.Allow(work, slot).ShouldBeFalse("the slot is free");
                    foreach (var other in appointments.Made.Select(m => m.Work).Where(other => WaitsLonger(work, other)))
                        appointments.Allow(work, slot, without: other).ShouldBeFalse("somebody who has waited less is in the way");
                }
            }
        }

        left.ShouldBeGreaterThan(Rounds);
    }

    [Fact]
    public void Serves_as_many_as_anybody_could_and_the_longest_wait_first()
    {
        var crowded = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var round = new RandomRounds(seed).Plain(works: 6, evaluators: 4);
            WaitingWork[] inOrder = [.. round.Works.OrderBy(w => w.Since).ThenBy(w => w.Id)];

            var best = new Exhaustive(round, inOrder).BestServed();

            Solve(round).Made.Select(m => m.Work.Id).ShouldBe(best.Select(w => w.Id), ignoreOrder: true, $"seed {seed}");
            if (best.Count < round.Works.Count) crowded++;
        }

        crowded.ShouldBeGreaterThan(Rounds / 2);
    }

    [Fact]
    public void Gives_the_same_to_the_same_in_whatever_order()
    {
        foreach (var round in Entangled().Take(50))
        {
            var turned = round with
            {
                Works = [.. round.Works.Reverse()],
                Slots = [.. round.Slots.Reverse()],
                Engagements = [.. round.Engagements.Reverse()],
                Encounters = [.. round.Encounters.Reverse()],
            };

            Matcher.Solve(turned, Rules, default).ShouldBe(Matcher.Solve(round, Rules, default));
        }
    }

    private static IEnumerable<MatchingRound> Entangled() =>
        Enumerable.Range(0, Rounds).Select(seed => new RandomRounds(seed).Entangled(people: 8 + (seed % 8)));

    private static Appointments Solve(MatchingRound round) => Appointments.Of(round, Matcher.Solve(round, Rules, default));

    private static bool WaitsLonger(WaitingWork work, WaitingWork other) => (work.Since, work.Id).CompareTo((other.Since, other.Id)) < 0;
}
