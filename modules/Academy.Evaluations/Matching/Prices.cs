namespace Academy.Evaluations.Matching;

/// <summary>
/// What a slot costs a work, in hours of wait: the delay until it begins, the evaluator's load, and what had better not be.
/// </summary>
internal sealed class Prices(Candidates candidates, Seating seating)
{
    private const int Day = 24 * 60;

    private readonly MatchingRules _rules = candidates.Rules;
    private readonly int _morning = (int)candidates.Rules.DayBegins.ToTimeSpan().TotalMinutes;
    private readonly int _evening = (int)candidates.Rules.DayEnds.ToTimeSpan().TotalMinutes;
    private readonly Encounters.View _view = new(seating.Encounters);

    public double Delay(Work work, in Slot slot) => slot.Start / 60.0 * work.Haste;

    /// <summary>Less: how many of the evaluator's appointments would go if this one came.</summary>
    public double Load(in Slot slot, int less = 0) => (seating.Encounters.GivenBy(slot.Evaluator) - less) * _rules.HoursToSpareAnEvaluator;

    public double Night(Work work, in Slot slot)
    {
        var begins = (work.Clock + slot.Start) % Day;
        return begins < _morning || begins + slot.End - slot.Start > _evening ? _rules.HoursToAvoidTheNight : 0;
    }

    /// <summary>Whose ties are asked next; nobody may sit down or leave in between.</summary>
    public void LookFrom(Work work) => _view.From(work.Learners);

    /// <summary>What two people had better not do: meet again, or close a circle.</summary>
    public double Ties(in Slot slot) =>
        (_view.HasMet(slot.Evaluator) ? _rules.HoursToAvoidMeetingAgain : 0) + Circle(_view.CircleWith(slot.Evaluator));

    private double Circle(int people) => people switch
    {
        2 => _rules.HoursToAvoidCircleOf2,
        3 => _rules.HoursToAvoidCircleOf3,
        4 => _rules.HoursToAvoidCircleOf4,
        _ => 0,
    };
}
