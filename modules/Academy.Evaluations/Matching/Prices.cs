using Academy.Contracts.Curriculum;

namespace Academy.Evaluations.Matching;

/// <summary>
/// What a slot costs a work, in hours of wait: the delay until it begins, the evaluator's load, and what had better not be.
/// </summary>
internal sealed class Prices(Candidates candidates, Seating seating)
{
    private const int Day = 24 * 60;

    private readonly MatchingPrices _ratherWait = candidates.Rules.RatherWait;
    private readonly int _morning = candidates.Rules.DayBegins * 60;
    private readonly int _evening = candidates.Rules.DayEnds * 60;
    private readonly Encounters.View _view = new(seating.Encounters);

    public double Delay(Work work, in Slot slot) => slot.Start / 60.0 * work.Haste;

    /// <summary>Less: how many of the evaluator's appointments would go if this one came.</summary>
    public double Load(in Slot slot, int less = 0) => (seating.Encounters.GivenBy(slot.Evaluator) - less) * (double)_ratherWait.Load;

    public double Night(Work work, in Slot slot)
    {
        var begins = (work.Clock + slot.Start) % Day;
        return begins < _morning || begins + slot.End - slot.Start > _evening ? _ratherWait.Night : 0;
    }

    /// <summary>Whose ties are asked next; nobody may sit down or leave in between.</summary>
    public void LookFrom(Work work) => _view.From(work.Learners);

    /// <summary>What two people had better not do: meet again, or close a circle.</summary>
    public double Ties(in Slot slot) =>
        (_view.HasMet(slot.Evaluator) ? _ratherWait.MeetAgain : 0) + Circle(_view.CircleWith(slot.Evaluator));

    private double Circle(int people) => people switch
    {
        2 => _ratherWait.CircleOf2,
        3 => _ratherWait.CircleOf3,
        4 => _ratherWait.CircleOf4,
        _ => 0,
    };
}
