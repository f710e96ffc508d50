using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>`rules` of academy.yml: every number of the pedagogy. What is left out has the value of <see cref="Rules"/>.</summary>
internal static class RulesPart
{
    private const int Week = 7 * 24 * 60;

    public static Rules Read(YamlMap map)
    {
        var rules = new Rules(map.Required("passMark")?.Int(1, 100) ?? 80, ReadLevels(map.Required("levels")));
        rules = rules with
        {
            Attempts = Part(map, "attempts", rules.Attempts, ReadAttempts),
            Pace = Part(map, "pace", rules.Pace, ReadPace),
            Evaluation = Part(map, "evaluation", rules.Evaluation, EvaluationRulesPart.Read),
        };
        map.Finish();
        return rules;
    }

    /// <summary>A group of numbers, which may be left out as a whole or in part.</summary>
    public static T Part<T>(YamlMap map, string key, T instead, Func<YamlMap, T, T> read)
    {
        if (map.Optional(key)?.Map() is not { } part) return instead;
        var value = read(part, instead);
        part.Finish();
        return value;
    }

    private static List<int> ReadLevels(YamlValue? value)
    {
        var levels = new List<int>();
        foreach (var item in value?.Items(1, 500) ?? [])
        {
            var xp = item.Int(0, 100_000_000);
            if (levels.Count == 0 && xp != 0) item.Source.Add(item.Line, "`levels` must begin with 0: that is where a learner starts.");
            else if (levels.Count > 0 && xp <= levels[^1]) item.Source.Add(item.Line, "`levels` must grow: {0} comes after {1}.", xp, levels[^1]);
            else levels.Add(xp);
        }

        return levels.Count > 0 ? levels : [0];
    }

    private static AttemptRules ReadAttempts(YamlMap map, AttemptRules instead)
    {
        if (map.Optional("waitHours") is not { } value) return instead;
        var hours = value.Items(1, 20).Select(item => item.Int(0, 24 * 365)).ToList();
        return hours.Count > 0 ? new AttemptRules(hours) : instead;
    }

    private static PaceRules ReadPace(YamlMap map, PaceRules instead)
    {
        var least = map.Optional("leastWeeklyHours")?.Int(1, 80) ?? instead.LeastWeeklyHours;
        var most = map.Optional("mostWeeklyHours")?.Int(1, 80) ?? instead.MostWeeklyHours;
        var weekly = map.Optional("weeklyHours")?.Int(1, 80) ?? Math.Clamp(instead.WeeklyHours, least, Math.Max(least, most));
        if (weekly < least || weekly > most) map.Source.Add(map.Line, "`weeklyHours` must lie between `leastWeeklyHours` and `mostWeeklyHours`.");
        return new PaceRules(
            weekly, least, most,
            map.Optional("silenceDays")?.Int(1, 365) ?? instead.SilenceDays,
            map.Optional("returnProject")?.Slug());
    }

    public static int Minutes(YamlMap map, string key, int instead) => map.Optional(key)?.Int(0, Week) ?? instead;
}
