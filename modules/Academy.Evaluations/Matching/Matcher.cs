using Academy.Contracts.Curriculum;

namespace Academy.Evaluations.Matching;

/// <summary>
/// Gives open slots to waiting works, for the whole site at once. First who: in the order of their wait, each takes the
/// cheapest free slot, and if there is none, others move. So as many as possible are served, and nobody is left out for the
/// sake of somebody who has waited less. Then how well: seats are changed and exchanged while that lowers the price of all.
/// </summary>
internal sealed class Matcher
{
    // The first round finds most of what there is to gain, a third next to nothing (./academy bench matching).
    private const int Rounds = 2;
    private const double Worthwhile = 1; // hour

    private readonly Candidates _candidates;
    private readonly Seating _seating;
    private readonly Prices _prices;
    private readonly Prices _pricesOfOther;
    private readonly Movers _movers;
    private readonly PriorityQueue<int, double> _hopes = new();
    private readonly double[] _regrets;
    private readonly double[] _haste;
    private readonly List<int> _inTheWay = [];

    private Matcher(Candidates candidates)
    {
        _candidates = candidates;
        _seating = new(candidates);
        _prices = new(candidates, _seating);
        _pricesOfOther = new(candidates, _seating);
        _movers = new(candidates, _seating);
        _regrets = new double[candidates.Works.Length];
        _haste = [.. candidates.Works.Select(w => w.Haste)];
    }

    public static IReadOnlyList<Match> Solve(MatchingRound round, MatchingRules rules, CancellationToken ct)
    {
        var candidates = new Candidates(round, rules);
        var matcher = new Matcher(candidates);
        matcher.SeatAll(ct);
        matcher.ImproveAll(ct);
        matcher.SeatTheForgotten(ct);
        return matcher._seating.Matches();
    }

    private void SeatAll(CancellationToken ct)
    {
        for (var work = 0; work < _candidates.Works.Length; work++)
        {
            ct.ThrowIfCancellationRequested();
            if (!TakeCheapest(work)) _movers.MakeRoomFor(work);
        }
    }

    private bool TakeCheapest(int work)
    {
        var asking = _candidates.Works[work];
        var (best, bestPrice) = (Seating.None, double.MaxValue);
        _prices.LookFrom(asking);
        foreach (var slot in asking.Slots)
        {
            ref readonly var place = ref _candidates.Slots[slot];
            var price = _prices.Delay(asking, place);
            if (price >= bestPrice) break;
            if (!_seating.IsFree(slot)) continue;

            price += _prices.Load(place);
            if (price >= bestPrice || !asking.MayMeet(place)) continue;

            price += _prices.Night(asking, place) + _prices.Ties(place);
            if (price < bestPrice && _seating.Fits(work, slot)) (best, bestPrice) = (slot, price);
        }

        if (best != Seating.None) _seating.Sit(work, best);
        return best != Seating.None;
    }

    private void ImproveAll(CancellationToken ct)
    {
        for (var round = 0; round < Rounds; round++)
        {
            for (var work = 0; work < _candidates.Works.Length; work++)
            {
                ct.ThrowIfCancellationRequested();
                if (_seating.SlotOf(work) != Seating.None) Improve(work);
            }
        }
    }

    /// <summary>Takes the free slot, or exchanges with the work, that lowers the price of all the most.</summary>
    private void Improve(int work)
    {
        var asking = _candidates.Works[work];
        var own = _seating.SlotOf(work);
        _prices.LookFrom(asking);
        _regrets[work] = _prices.Night(asking, _candidates.Slots[own]) + _prices.Ties(_candidates.Slots[own]);
        CollectHopes(work, own);

        // The surest way to be quick: hopes are cheap to have, so only the best are looked at closely, until none is better.
        var (best, bestGain) = (Seating.None, Worthwhile);
        while (_hopes.TryDequeue(out var slot, out var loss) && -loss > bestGain)
        {
            var gain = -loss - Disappointment(work, own, slot);
            if (gain > bestGain) (best, bestGain) = (slot, gain);
        }

        if (best != Seating.None) Exchange(work, own, best);
    }

    /// <summary>The slots that would lower the price, if nobody had ties there.</summary>
    private void CollectHopes(int work, int own)
    {
        _hopes.Clear();
        var asking = _candidates.Works[work];
        ref readonly var ownPlace = ref _candidates.Slots[own];
        var load = _prices.Load(ownPlace, less: 1);
        foreach (var slot in asking.Slots)
        {
            ref readonly var place = ref _candidates.Slots[slot];
            var sooner = (ownPlace.Start - place.Start) / 60.0;
            var gain = (sooner * _haste[work]) + _regrets[work];
            if (gain + load <= Worthwhile) break;

            var holder = _seating.WorkIn(slot);
            gain += holder == Seating.None
                ? load - _prices.Load(place, less: place.Evaluator == ownPlace.Evaluator ? 1 : 0)
                : _regrets[holder] - (sooner * _haste[holder]);
            if (gain <= Worthwhile || slot == own) continue;

            gain -= _prices.Night(asking, place);
            if (holder != Seating.None) gain -= _prices.Night(_candidates.Works[holder], ownPlace);
            if (gain > Worthwhile && asking.MayMeet(place)) _hopes.Enqueue(slot, -gain);
        }
    }

    private double Disappointment(int work, int own, int slot)
    {
        var holder = _seating.WorkIn(slot);
        if (!_seating.Fits(work, slot)) return double.PositiveInfinity;

        ref readonly var place = ref _candidates.Slots[slot];
        ref readonly var ownPlace = ref _candidates.Slots[own];
        var ties = _prices.Ties(place);
        if (holder == Seating.None) return _seating.HasRoomFor(work, slot) ? ties : double.PositiveInfinity;
        if (!_candidates.Works[holder].MayHave(own, ownPlace) || !_seating.Fits(holder, own)) return double.PositiveInfinity;

        _pricesOfOther.LookFrom(_candidates.Works[holder]);
        return ties + _pricesOfOther.Ties(ownPlace);
    }

    private void Exchange(int work, int own, int slot)
    {
        var holder = _seating.WorkIn(slot);
        _seating.Leave(work);
        if (holder != Seating.None) _seating.Move(holder, own);
        _seating.Sit(work, slot);

        _regrets[work] = 0;
        if (holder != Seating.None) _regrets[holder] = 0;
    }

    /// <summary>
    /// A slot may become possible only after its turn, when somebody's calendar has changed. Then who has waited less gives way,
    /// and looks again. Each round serves somebody more, or somebody who has waited longer, so there is a last one.
    /// </summary>
    private void SeatTheForgotten(CancellationToken ct)
    {
        bool changed;
        do
        {
            changed = false;
            _movers.OpenAll();
            for (var work = 0; work < _candidates.Works.Length; work++)
            {
                ct.ThrowIfCancellationRequested();
                if (_seating.SlotOf(work) == Seating.None)
                    changed |= TakeCheapest(work) || _movers.MakeRoomFor(work) || TakeFromShorterWait(work);
            }
        }
        while (changed);
    }

    private bool TakeFromShorterWait(int work)
    {
        var asking = _candidates.Works[work];
        foreach (var slot in asking.Slots)
        {
            if (_seating.WorkIn(slot) is not Seating.None and var holder && holder < work) continue;
            if (!asking.MayMeet(_candidates.Slots[slot]) || !_seating.CanBeCleared(work, slot, _inTheWay)) continue;
            if (!_seating.HasRoom(slot) && !_inTheWay.Any(other => _seating.HasRoomFor(other, slot)))
                _inTheWay.Add(_seating.LastOfTheDay(slot));
            if (_inTheWay.Any(other => other <= work)) continue;

            foreach (var other in _inTheWay) _seating.Leave(other);
            _seating.Sit(work, slot);
            return true;
        }

        return false;
    }
}
