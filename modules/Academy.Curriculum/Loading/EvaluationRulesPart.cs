using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>`rules.evaluation` of academy.yml.</summary>
internal static class EvaluationRulesPart
{
    /// <summary>The flags as content names them.</summary>
    public static IReadOnlyDictionary<string, EvaluationFlag> Flags { get; } = WordsOf<EvaluationFlag>();

    private static IReadOnlyDictionary<string, FlagEffect> Effects { get; } = WordsOf<FlagEffect>();

    public static EvaluationRules Read(YamlMap map, EvaluationRules instead) => new(
        RulesPart.Part(map, "points", instead.Points, ReadPoints),
        RulesPart.Part(map, "slots", instead.Slots, ReadSlots),
        RulesPart.Part(map, "appointments", instead.Appointments, ReadAppointments),
        RulesPart.Part(map, "matching", instead.Matching, ReadMatching),
        RulesPart.Part(map, "marks", instead.Marks, ReadMarks),
        RulesPart.Part(map, "flags", instead.Flags, ReadFlags),
        ReadRoom(map.Optional("room")) ?? instead.Room,
        map.Optional("appealTokens")?.Int(0, 20) ?? instead.AppealTokens,
        map.Optional("helpLockMinutes")?.Int(5, 24 * 60) ?? instead.HelpLockMinutes);

    private static PointRules ReadPoints(YamlMap map, PointRules instead)
    {
        var points = new PointRules(
            map.Optional("start")?.Int(0, 100) ?? instead.Start,
            map.Optional("cost")?.Int(0, 20) ?? instead.Cost,
            map.Optional("reward")?.Int(0, 20) ?? instead.Reward,
            map.Optional("cap")?.Int(1, 1000) ?? instead.Cap,
            map.Optional("weeklyGift")?.Int(0, 20) ?? instead.WeeklyGift);
        if (points.Start > points.Cap) map.Source.Add(map.Line, "`start` must not be more than `cap`: {0} against {1}.", points.Start, points.Cap);
        return points;
    }

    private static SlotRules ReadSlots(YamlMap map, SlotRules instead)
    {
        var unit = map.Optional("unitMinutes");
        var minutes = unit?.Int(5, 60) ?? instead.UnitMinutes;
        // 6 and 12 divide the hour, too; but appointments are kept apart in steps of five minutes.
        if (60 % minutes != 0 || minutes % 5 != 0) unit!.Source.Add(unit.Line, "`unitMinutes` must divide an hour: 5, 10, 15, 20, 30 or 60.");
        return new SlotRules(
            minutes,
            RulesPart.Minutes(map, "noticeMinutes", instead.NoticeMinutes),
            map.Optional("horizonDays")?.Int(1, 90) ?? instead.HorizonDays,
            map.Optional("perDay")?.Int(1, 20) ?? instead.PerDay)
        {
            MostPerDay = map.Optional("mostPerDay")?.Int(1, 50) ?? instead.MostPerDay,
        };
    }

    private static AppointmentRules ReadAppointments(YamlMap map, AppointmentRules instead) => new(
        RulesPart.Minutes(map, "revealMinutes", instead.RevealMinutes),
        RulesPart.Minutes(map, "noShowMinutes", instead.NoShowMinutes),
        RulesPart.Minutes(map, "lateCancelMinutes", instead.LateCancelMinutes),
        map.Optional("silentHours")?.Int(1, 24 * 30) ?? instead.SilentHours,
        map.Optional("reminderMinutes")?.Items(0, 5).Select(item => item.Int(5, 7 * 24 * 60)).OrderDescending().ToList() ?? instead.ReminderMinutes)
    {
        RecordedWithinHours = map.Optional("recordedWithinHours")?.Int(1, 24 * 30) ?? instead.RecordedWithinHours,
        RecordedTakeHours = map.Optional("recordedTakeHours")?.Int(0, 24 * 30) ?? instead.RecordedTakeHours,
    };

    private static MatchingRules ReadMatching(YamlMap map, MatchingRules instead)
    {
        var matching = new MatchingRules(
            map.Optional("alumniHours")?.Int(0, 24 * 90) ?? instead.AlumniHours,
            map.Optional("mentorHours")?.Int(0, 24 * 90) ?? instead.MentorHours,
            map.Optional("recordedHours")?.Int(0, 24 * 90) ?? instead.RecordedHours,
            map.Optional("meetAgainDays")?.Int(0, 365) ?? instead.MeetAgainDays)
        {
            CircleDays = map.Optional("circleDays")?.Int(0, 365) ?? instead.CircleDays,
            PatienceHours = map.Optional("patienceHours")?.Int(1, 24 * 90) ?? instead.PatienceHours,
            DayBegins = map.Optional("dayBegins")?.Int(0, 23) ?? instead.DayBegins,
            DayEnds = map.Optional("dayEnds")?.Int(1, 24) ?? instead.DayEnds,
            RatherWait = RulesPart.Part(map, "ratherWait", instead.RatherWait, ReadPrices),
        };
        if (matching.DayBegins >= matching.DayEnds) map.Source.Add(map.Line, "`dayBegins` must come before `dayEnds`.");
        if (matching.AlumniHours > matching.MentorHours || matching.MentorHours > matching.RecordedHours)
            map.Source.Add(map.Line, "The ladder must widen: `alumniHours`, `mentorHours`, `recordedHours` in this order.");
        return matching;
    }

    private static MatchingPrices ReadPrices(YamlMap map, MatchingPrices instead) => new(
        Hours(map, "meetAgain", instead.MeetAgain),
        Hours(map, "circleOf2", instead.CircleOf2),
        Hours(map, "circleOf3", instead.CircleOf3),
        Hours(map, "circleOf4", instead.CircleOf4),
        Hours(map, "night", instead.Night),
        Hours(map, "load", instead.Load));

    private static int Hours(YamlMap map, string key, int instead) => map.Optional(key)?.Int(0, 24 * 90) ?? instead;

    private static MarkRules ReadMarks(YamlMap map, MarkRules instead) => new(
        map.Optional("thirdDifference")?.Int(1, 100) ?? instead.ThirdDifference,
        map.Optional("shrinkage")?.Int(1, 100) ?? instead.Shrinkage)
    {
        CalibrationEvery = map.Optional("calibrationEvery")?.Int(0, 1000) ?? instead.CalibrationEvery,
        Collusion = RulesPart.Part(map, "collusion", instead.Collusion, ReadCollusion),
    };

    private static CollusionRules ReadCollusion(YamlMap map, CollusionRules instead) => new(
        map.Optional("generosity")?.Number(0.1m, 10) ?? instead.Generosity,
        map.Optional("familiarity")?.Int(1, 100) ?? instead.Familiarity,
        map.Optional("byChance")?.Number(0.01m, 10) ?? instead.ByChance);

    private static IReadOnlyDictionary<EvaluationFlag, FlagEffect> ReadFlags(YamlMap map, IReadOnlyDictionary<EvaluationFlag, FlagEffect> instead)
    {
        var effects = new Dictionary<EvaluationFlag, FlagEffect>(instead);
        foreach (var entry in map.Entries())
        {
            var effect = Effects.GetValueOrDefault(entry.OneOf(Effects.Keys));
            if (!Flags.TryGetValue(entry.Key, out var flag)) entry.Unknown(entry.Key, Flags.Keys);
            else effects[flag] = effect;
        }

        return effects;
    }

    private static string? ReadRoom(YamlValue? value)
    {
        if (value?.String() is not { } room) return null;
        if (!room.Contains("{room}", StringComparison.Ordinal) || !Uri.TryCreate(room.Replace("{room}", "r"), UriKind.Absolute, out var uri) || uri.Scheme != "https")
            value.Source.Add(value.Line, "`{0}` must be an address that begins with https:// and has {{room}} in it.", value.Key);
        return room;
    }

    private static Dictionary<string, T> WordsOf<T>() where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(v => char.ToLowerInvariant(v.ToString()[0]) + v.ToString()[1..]);
}
