namespace Academy.Evaluations.Matching;

/// <summary>
/// Everything that one round of matching looks at. The same round gives the same matches, in whatever order its lists come.
/// </summary>
internal sealed record MatchingRound(
    DateTimeOffset Now,
    IReadOnlyCollection<WaitingWork> Works,
    IReadOnlyCollection<OpenSlot> Slots,
    IReadOnlyCollection<Engagement> Engagements,
    IReadOnlyCollection<Encounter> Encounters)
{
    /// <summary>Nobody is given an appointment that begins sooner than this.</summary>
    public TimeSpan Notice { get; init; }
}

/// <summary>
/// A work that waits for one more evaluator; a round gives it one at most. Somebody who needs two is there again in the next.
/// </summary>
internal sealed record WaitingWork(Guid Id, IReadOnlyCollection<Guid> Learners, string Project, DateTimeOffset Since, Rung Rung)
{
    public required IReadOnlyCollection<string> Languages { get; init; }

    public IReadOnlyCollection<Guid> Households { get; init; } = [];

    /// <summary>Who has evaluated this attempt, is going to, or is not asked a second time.</summary>
    public IReadOnlyCollection<Guid> Evaluators { get; init; } = [];

    /// <summary>When the learners have time; empty: at any time.</summary>
    public IReadOnlyCollection<Period> Available { get; init; } = [];

    /// <summary>Of the learners' clocks: nobody likes to be evaluated at night.</summary>
    public TimeSpan UtcOffset { get; init; }
}

/// <summary>Rung: on which rung of the ladder this person begins to help. A mentor need not have validated the project.</summary>
internal sealed record Evaluator(Guid Id, Rung Rung, IReadOnlyCollection<string> Validated, IReadOnlyCollection<string> Languages)
{
    public Guid? Household { get; init; }
}

/// <summary>RoomThatDay: how many more appointments the evaluator takes on that day of theirs, the same for all its slots.</summary>
internal sealed record OpenSlot(Guid Id, Evaluator Evaluator, DateTimeOffset Start, DateTimeOffset End, DateOnly Day, int RoomThatDay);

/// <summary>What somebody has to do already.</summary>
internal sealed record Engagement(Guid PersonId, DateTimeOffset From, DateTimeOffset To);

/// <summary>An evaluation that took place lately, or is booked; of a team it is one.</summary>
internal sealed record Encounter(Guid EvaluatorId, IReadOnlyCollection<Guid> Learners, DateTimeOffset At);

internal readonly record struct Period(DateTimeOffset From, DateTimeOffset To);

/// <summary>An appointment to be made.</summary>
internal readonly record struct Match(Guid WorkId, Guid SlotId);
