namespace Academy.Evaluations.Matching;

/// <summary>A waiting work as the solver counts with it: people are numbers, times are minutes from the round's now.</summary>
internal sealed class Work
{
    public required int[] Learners { get; init; }

    /// <summary>The learners, and who has evaluated this attempt or is not asked a second time.</summary>
    public required int[] NeverWith { get; init; }

    public required int[] Households { get; init; }

    /// <summary>What the clocks of the learners show at the round's now, in minutes after midnight.</summary>
    public required int Clock { get; init; }

    /// <summary>How much an hour weighs: one, and more for who has waited long.</summary>
    public required double Haste { get; init; }

    /// <summary>What suits it by project, rung, language and hour, soonest first. Works that are alike share one list.</summary>
    public required List<int> Slots { get; init; }

    public bool MayHave(int slot, in Slot place) => Slots.BinarySearch(slot) >= 0 && MayMeet(place);

    /// <summary>Never oneself, one's team or household, never the same evaluator twice.</summary>
    public bool MayMeet(in Slot slot) =>
        Array.IndexOf(NeverWith, slot.Evaluator) < 0 && Array.IndexOf(Households, slot.Household) < 0;
}

/// <summary>An open slot as the solver counts with it. Day: a number for this day of this evaluator.</summary>
internal readonly record struct Slot(int Evaluator, int Day, int Start, int End, int Household);
