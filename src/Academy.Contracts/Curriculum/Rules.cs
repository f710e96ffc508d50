namespace Academy.Contracts.Curriculum;

/// <summary>Every number of the pedagogy: <c>rules</c> of academy.yml. What a file does not say has the values that stand here.</summary>
/// <param name="PassMark">Percent of a project's points from which it is validated, 1 to 100.</param>
/// <param name="Levels">XP at which level 0, 1, 2 … begins; starts with 0 and grows.</param>
public sealed record Rules(int PassMark, IReadOnlyList<int> Levels)
{
    public AttemptRules Attempts { get; init; } = new([0, 12, 24, 48]);

    public PaceRules Pace { get; init; } = new(15, 3, 40, 10, null);

    public EvaluationRules Evaluation { get; init; } = EvaluationRules.Default;
}

/// <param name="WaitHours">Hours until another attempt may begin: after the first failure, the second …; the last holds for all further ones. Never empty.</param>
public sealed record AttemptRules(IReadOnlyList<int> WaitHours)
{
    /// <summary>How long to wait after so many failed attempts (1 or more).</summary>
    public TimeSpan WaitAfter(int failures) => TimeSpan.FromHours(WaitHours[Math.Clamp(failures, 1, WaitHours.Count) - 1]);
}

/// <param name="WeeklyHours">Hours a week of somebody who has not chosen yet.</param>
/// <param name="LeastWeeklyHours">The least that can be chosen.</param>
/// <param name="MostWeeklyHours">The most that can be chosen.</param>
/// <param name="SilenceDays">Days without a sign after which the learner's referent is told.</param>
/// <param name="ReturnProject">Slug of the project of twenty minutes with which somebody comes back after a silence; null: none.</param>
public sealed record PaceRules(int WeeklyHours, int LeastWeeklyHours, int MostWeeklyHours, int SilenceDays, string? ReturnProject);

/// <summary>How people evaluate each other.</summary>
/// <param name="Flags">What a flag does; a flag that is not named does nothing.</param>
/// <param name="Room">Address of the video room; <c>{room}</c> stands for a name that cannot be guessed.</param>
/// <param name="AppealTokens">Appeals that a learner may have lost before no further one is heard.</param>
/// <param name="HelpLockMinutes">How long a request for help is kept for the mentor who took it.</param>
public sealed record EvaluationRules(
    PointRules Points, SlotRules Slots, AppointmentRules Appointments, MatchingRules Matching, MarkRules Marks,
    IReadOnlyDictionary<EvaluationFlag, FlagEffect> Flags, string Room, int AppealTokens, int HelpLockMinutes)
{
    /// <summary>The values of the schools that have worked like this for years.</summary>
    public static EvaluationRules Default { get; } = new(
        new PointRules(5, 1, 1, 10, 1),
        new SlotRules(15, 30, 14, 4),
        new AppointmentRules(15, 5, 120, 24, [1440, 60]),
        new MatchingRules(24, 48, 72, 30),
        new MarkRules(20, 5),
        new Dictionary<EvaluationFlag, FlagEffect>
        {
            [EvaluationFlag.EmptyWork] = FlagEffect.Zero,
            [EvaluationFlag.Incomplete] = FlagEffect.Stop,
            [EvaluationFlag.DoesNotCompile] = FlagEffect.Zero,
            [EvaluationFlag.ForbiddenFunction] = FlagEffect.Zero,
            [EvaluationFlag.Crash] = FlagEffect.Stop,
            [EvaluationFlag.Concerning] = FlagEffect.Stop,
            [EvaluationFlag.CannotExplain] = FlagEffect.Zero,
            [EvaluationFlag.Cheat] = FlagEffect.Case,
        },
        "https://meet.jit.si/{room}", 1, 30);
}

/// <summary>Evaluation points.</summary>
/// <param name="Start">What a learner begins with.</param>
/// <param name="Cost">What being evaluated once costs.</param>
/// <param name="Reward">What evaluating once earns; what it is more than the cost comes from the pool.</param>
/// <param name="Cap">The most that somebody keeps; what is more goes into the pool.</param>
/// <param name="WeeklyGift">The most that the pool gives each week to a learner who has nothing left.</param>
public sealed record PointRules(int Start, int Cost, int Reward, int Cap, int WeeklyGift);

/// <param name="UnitMinutes">Slots begin and end on such steps of the hour.</param>
/// <param name="NoticeMinutes">A slot can be opened and booked until so long before it begins.</param>
/// <param name="HorizonDays">And at most so far ahead.</param>
/// <param name="PerDay">Evaluations a day for an evaluator who has not chosen a cap.</param>
public sealed record SlotRules(int UnitMinutes, int NoticeMinutes, int HorizonDays, int PerDay)
{
    /// <summary>The highest cap that an evaluator may choose.</summary>
    public int MostPerDay { get; init; } = 12;
}

/// <param name="RevealMinutes">Before the beginning: names and the video room are shown to both sides.</param>
/// <param name="NoShowMinutes">After the beginning: from then on the other side's absence may be told.</param>
/// <param name="LateCancelMinutes">Before the beginning: who cancels later than that loses the point.</param>
/// <param name="SilentHours">After the end: an evaluator who has handed in nothing until then is replaced.</param>
/// <param name="ReminderMinutes">Before the beginning: when both sides are reminded.</param>
public sealed record AppointmentRules(
    int RevealMinutes, int NoShowMinutes, int LateCancelMinutes, int SilentHours, IReadOnlyList<int> ReminderMinutes)
{
    /// <summary>A recorded or written defence is evaluated within so many hours of being taken or given to somebody.</summary>
    public int RecordedWithinHours { get; init; } = 48;

    /// <summary>So many hours after it was sent, whoever likes may take it; then it is given to somebody.</summary>
    public int RecordedTakeHours { get; init; } = 2;
}

/// <summary>Who may be found for somebody who waits; the ladder widens, so that nobody waits for ever.</summary>
/// <param name="AlumniHours">Waiting hours from which those who have finished a track are asked as well.</param>
/// <param name="MentorHours">… and mentors.</param>
/// <param name="RecordedHours">… and a recorded or written defence is offered.</param>
/// <param name="MeetAgainDays">Two people who met less than so many days ago are brought together only if nobody else is there.</param>
public sealed record MatchingRules(int AlumniHours, int MentorHours, int RecordedHours, int MeetAgainDays)
{
    /// <summary>Evaluations older than so many days no longer make a circle.</summary>
    public int CircleDays { get; init; } = 90;

    /// <summary>An hour weighs once more for each so many hours already waited: who waits longest is served soonest.</summary>
    public int PatienceHours { get; init; } = 48;

    /// <summary>Hour of the learner's clock before which it is night.</summary>
    public int DayBegins { get; init; } = 8;

    /// <summary>Hour of the learner's clock after which it is night.</summary>
    public int DayEnds { get; init; } = 21;

    public MatchingPrices RatherWait { get; init; } = new(48, 72, 36, 18, 24, 3);
}

/// <summary>Preferences of the matcher, told in hours: how much longer one would rather wait than have it so.</summary>
/// <param name="MeetAgain">Two people who met within <see cref="MatchingRules.MeetAgainDays"/>.</param>
/// <param name="CircleOf2">A evaluates B, who evaluated A.</param>
/// <param name="CircleOf3">The same with three people.</param>
/// <param name="CircleOf4">The same with four people.</param>
/// <param name="Night">Outside the learner's day.</param>
/// <param name="Load">For each evaluation that the evaluator has already given or promised lately.</param>
public sealed record MatchingPrices(int MeetAgain, int CircleOf2, int CircleOf3, int CircleOf4, int Night, int Load);

/// <param name="ThirdDifference">Points of 100: when two marks differ by more, a mentor evaluates as well.</param>
/// <param name="Shrinkage">k of b = n ÷ (n + k) × mean residual, an evaluator's bias (Piech et al. 2013).</param>
public sealed record MarkRules(int ThirdDifference, int Shrinkage)
{
    public CollusionRules Collusion { get; init; } = new(1, 5, 0.05m);

    /// <summary>After so many evaluations an evaluator is given a calibration work; 0: never.</summary>
    public int CalibrationEvery { get; init; } = 10;
}

/// <summary>When circles of people who evaluate each other are shown to trainers.</summary>
/// <param name="Generosity">Each gives the next so many of their usual spreads more than the others give; above 0.</param>
/// <param name="Familiarity">How many times more often than by lot people who learn side by side meet anyway; 1 or more.</param>
/// <param name="ByChance">Among honest people, so many circles of a kind would be expected at the most.</param>
public sealed record CollusionRules(decimal Generosity, int Familiarity, decimal ByChance);

/// <summary>What an evaluator can say of a whole work beside the criteria.</summary>
public enum EvaluationFlag
{
    Ok,
    Outstanding,
    EmptyWork,
    Incomplete,
    DoesNotCompile,
    ForbiddenFunction,
    Norm,
    Cheat,
    Crash,
    Leaks,
    Concerning,
    CannotExplain,
}

/// <summary>What a flag does to the evaluation.</summary>
public enum FlagEffect
{
    /// <summary>It is only told.</summary>
    None,

    /// <summary>The evaluation may end here; criteria without an answer count nothing.</summary>
    Stop,

    /// <summary>The mark of this evaluation is 0.</summary>
    Zero,

    /// <summary>The mark waits until a trainer has decided the case.</summary>
    Case,
}
