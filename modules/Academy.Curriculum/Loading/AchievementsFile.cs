using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>achievements.yml, which a curriculum may do without.</summary>
internal sealed class AchievementsFile
{
    public const string Path = "achievements.yml";

    private static readonly Dictionary<string, AchievementFact> Facts =
        Enum.GetValues<AchievementFact>().ToDictionary(fact => fact.ToString().ToLowerInvariant());

    private readonly HashSet<string> _ids = [];
    private readonly int _highestLevel;

    private AchievementsFile(Rules rules) => _highestLevel = Math.Max(rules.Levels.Count - 1, 1);

    public static IReadOnlyList<Achievement> Read(ContentFiles files, IReadOnlyList<string> languages, Rules rules, ContentErrors errors)
    {
        if (!files.All.ContainsKey(Path) || YamlSource.Open(files, Path, languages, errors) is not { } map) return [];

        var file = new AchievementsFile(rules);
        var achievements = (map.Required("achievements")?.Items(0, 100) ?? []).Select(file.ReadAchievement).OfType<Achievement>().ToList();
        map.Finish();
        return achievements;
    }

    private Achievement? ReadAchievement(YamlValue value)
    {
        if (value.Map() is not { } map) return null;

        var id = map.Required("id");
        var slug = id?.Slug() ?? "";
        if (id is not null && !_ids.Add(slug)) id.Source.Add(id.Line, "`id`: \"{0}\" stands here twice.", slug);
        var title = map.Required("title")?.Text(60);
        var text = map.Required("text")?.Text(200);
        var when = map.Required("when") is { } condition ? ReadWhen(condition) : null;
        map.Finish();
        return title is null || text is null || when is not var (fact, count) ? null : new Achievement(slug, title, text, fact, count);
    }

    private (AchievementFact Fact, int Count)? ReadWhen(YamlValue value)
    {
        if (value.Map() is not { } map) return null;
        if (map.Entries().ToList() is not [var entry])
        {
            value.Source.Add(value.Line, "`when` must have exactly one of these: {0}.", string.Join(", ", Facts.Keys));
            return null;
        }

        if (Facts.TryGetValue(entry.Key, out var fact)) return (fact, entry.Int(1, fact == AchievementFact.Level ? _highestLevel : 1000));

        entry.Unknown(entry.Key, Facts.Keys);
        return null;
    }
}
