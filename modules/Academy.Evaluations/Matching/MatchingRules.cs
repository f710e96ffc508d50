namespace Academy.Evaluations.Matching;

/// <summary>
/// The numbers of the matcher. Every preference is told in hours of wait: how much longer one would rather wait than have it so.
/// </summary>
internal sealed record MatchingRules
{
    /// <summary>Nobody is given an appointment that begins sooner than this; an evaluator may ask for more.</summary>
    public TimeSpan Notice { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a work waits before alumni, mentors and at last a recording may help.</summary>
    public LadderRules Ladder { get; init; } = new();

    /// <summary>Two people who met more recently than this had better meet others.</summary>
    public TimeSpan MeetAgainAfter { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Evaluations older than this no longer make a circle.</summary>
    public TimeSpan CircleWindow { get; init; } = TimeSpan.FromDays(90);

    public double HoursToAvoidMeetingAgain { get; init; } = 48;

    /// <summary>For circles of two (A looks at B's work, B at A's), three and four.</summary>
    public double HoursToAvoidCircleOf2 { get; init; } = 72;
    public double HoursToAvoidCircleOf3 { get; init; } = 36;
    public double HoursToAvoidCircleOf4 { get; init; } = 18;

    /// <summary>For each evaluation that the evaluator has already given lately, booked ones included.</summary>
    public double HoursToSpareAnEvaluator { get; init; } = 3;

    public double HoursToAvoidTheNight { get; init; } = 24;
    public TimeOnly DayBegins { get; init; } = new(8, 0);
    public TimeOnly DayEnds { get; init; } = new(21, 0);

    /// <summary>An hour weighs once more for each such time already waited: who waits longest is served soonest.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromDays(2);
}

/// <summary>From how long a wait on the next rung may help. Nobody waits for ever: a recording needs no common hour.</summary>
internal sealed record LadderRules
{
    public TimeSpan Alumni { get; init; } = TimeSpan.FromHours(24);
    public TimeSpan Mentors { get; init; } = TimeSpan.FromHours(48);
    public TimeSpan Recording { get; init; } = TimeSpan.FromHours(72);

    public Rung RungAfter(TimeSpan wait) =>
        wait >= Recording ? Rung.Recording
        : wait >= Mentors ? Rung.Mentor
        : wait >= Alumni ? Rung.Alumni
        : Rung.Peer;
}

/// <summary>Who may evaluate: a peer at first; each rung keeps those below it.</summary>
internal enum Rung : byte
{
    Peer,
    Alumni,
    Mentor,
    Recording,
}
