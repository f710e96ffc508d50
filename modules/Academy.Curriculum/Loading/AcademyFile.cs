using System.Text.RegularExpressions;
using Academy.Contracts;
using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>academy.yml: name, languages and every number of the pedagogy.</summary>
internal sealed partial record AcademyFile(Text Name, IReadOnlyList<string> Languages, Rules Rules)
{
    private static readonly AcademyFile Instead = new(new Text(new Dictionary<string, string> { ["fr"] = "Academy" }), ["fr", "en"], new Rules(80, [0]));

    public static AcademyFile Read(ContentFiles files, ContentErrors errors)
    {
        // The texts of this very file need the languages that stand in it.
        if (YamlSource.Open(files, "academy.yml", Instead.Languages, errors) is not { } map) return Instead;
        var languages = ReadLanguages(map.Required("languages"));
        var name = map.Required("name") is { } text ? (text with { Source = text.Source with { Languages = languages } }).Text(80) : Instead.Name;
        var rules = map.Required("rules")?.Map() is { } numbers ? RulesPart.Read(numbers) : Instead.Rules;
        map.Finish();
        return new AcademyFile(name, languages, rules);
    }

    private static IReadOnlyList<string> ReadLanguages(YamlValue? value)
    {
        var languages = new List<string>();
        foreach (var item in value?.Items(1, 20) ?? [])
        {
            var code = item.String();
            if (!LanguagePattern().IsMatch(code)) item.Source.Add(item.Line, "\"{0}\" is not a language: write two lower-case letters, such as fr.", code);
            else if (languages.Contains(code)) item.Source.Add(item.Line, "\"{0}\" stands here twice.", code);
            else languages.Add(code);
        }

        return languages.Count > 0 ? languages : Instead.Languages;
    }

    [GeneratedRegex("^[a-z]{2}$")]
    private static partial Regex LanguagePattern();
}
