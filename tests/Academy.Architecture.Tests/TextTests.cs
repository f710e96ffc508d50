using System.Text.RegularExpressions;
using System.Xml.Linq;
using Academy.Testing;

namespace Academy.Architecture.Tests;

/// <summary>Each English text that people see has its French.</summary>
public sealed partial class TextTests
{
    private static readonly string[] Projects =
    [
        .. Directory.EnumerateDirectories(Path.Combine(TestPaths.Root, "modules")),
        Path.Combine(TestPaths.Root, "src", "Academy.Web"),
        Path.Combine(TestPaths.Root, "src", "Academy.Kernel"),
        Path.Combine(TestPaths.Root, "src", "Academy.Cli"),
    ];

    [Fact]
    public void Every_text_of_a_page_has_its_french()
    {
        var french = Projects.SelectMany(Texts).ToLookup(t => t.Key, t => t.Value);

        var missing = Projects.SelectMany(Sources)
            .SelectMany(file => Keys(File.ReadAllText(file)).Concat(Carried(file)).Select(key => (File: Path.GetFileName(file), Key: key)))
            .Where(use => !french.Contains(use.Key))
            .Distinct();
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_english_has_the_same_french_everywhere()
    {
        var several = Projects.SelectMany(Texts).GroupBy(t => t.Key).Where(g => g.Select(t => t.Value).Distinct().Count() > 1);

        several.Select(g => $"{g.Key}: {string.Join(" / ", g.Select(t => t.Value).Distinct())}").ShouldBeEmpty();
    }

    [Fact]
    public void A_french_text_has_the_places_of_its_english_one()
    {
        foreach (var (key, value) in Projects.SelectMany(Texts))
            Places().Matches(value).Select(m => m.Value).Distinct().Order().ShouldBeSubsetOf(Places().Matches(key).Select(m => m.Value).Distinct(), key);
    }

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(project, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<KeyValuePair<string, string>> Texts(string project)
    {
        var file = Path.Combine(project, "Resources", "Texts.fr.resx");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("data").Select(d => KeyValuePair.Create(d.Attribute("name")!.Value, d.Element("value")!.Value))
            : [];
    }

    private static IEnumerable<string> Keys(string source) =>
        Uses().Matches(source).SelectMany(m => m.Groups["key"].Captures).Select(c => c.Value.Replace("\\\"", "\""))
            .Concat(RefusalTexts().Matches(source).Select(m => m.Groups["key"].Value));

    /// <summary>
    /// Texts that are keys, but stand away from where they are translated: what notices and letters say, the names of values, and
    /// what a method is given to show. In a file that has such, whatever reads like a text for people is taken for one.
    /// </summary>
    private static IEnumerable<string> Carried(string file)
    {
        var source = file.EndsWith(".cs", StringComparison.Ordinal) ? File.ReadAllText(file) : "";
        var names = file.EndsWith("Texts.cs", StringComparison.Ordinal) || file.EndsWith("Questions.cs", StringComparison.Ordinal);
        if (!names && !Carriers().IsMatch(source)) return [];

        return source.Split('\n')
            .Where(line => !NotForPeople().IsMatch(line))
            // What is interpolated nobody could translate.
            .SelectMany(line => Literals().Matches(Interpolated().Replace(line, "")))
            .Select(m => m.Groups["key"].Value.Replace("\\\"", "\""))
            .Where(text => names || text.Contains(' ', StringComparison.Ordinal))
            .Where(text => ForPeople().IsMatch(text));
    }

    /// <summary>T["…"], T[which ? "…" : "…"], Count(n, "…", "…").</summary>
    [GeneratedRegex("""(?:\bT|\b_?texts|\bText)\s*\[(?:[^"\[\]\n]*\?)?\s*"(?<key>(?:[^"\\]|\\.)*)"(?:\s*:\s*"(?<key>(?:[^"\\]|\\.)*)")?|\.Count\([^"\n]*?,\s*"(?<key>(?:[^"\\]|\\.)*)",\s*"(?<key>(?:[^"\\]|\\.)*)"\)""")]
    private static partial Regex Uses();

    /// <summary>new("code", "Text…") of a refusal, and new("Text", "/path", …) of a menu entry.</summary>
    [GeneratedRegex("""Refusal\s+\w+\s*=\s*new\(\s*"[a-z0-9-]+",\s*"(?<key>(?:[^"\\]|\\.)*)"|new\("(?<key>[^"]+)",\s*"/[^"]*",\s*"[a-z-]+",""")]
    private static partial Regex RefusalTexts();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Places();

    [GeneratedRegex(@"new (?:NoticeDue|LetterDue)\(|\b(?:texts|text|T|t)\[[a-z]\w*[\],]")]
    private static partial Regex Carriers();

    [GeneratedRegex(@"^\s*//|throw new|\blog\.|With(?:Summary|Description)\(")]
    private static partial Regex NotForPeople();

    [GeneratedRegex("""
        \$"(?:[^"\\]|\\.)*"
        """)]
    private static partial Regex Interpolated();

    [GeneratedRegex("""
        "(?<key>(?:[^"\\]|\\.)+)"
        """)]
    private static partial Regex Literals();

    /// <summary>Begins as a sentence does, or with a place to fill; no format of a time.</summary>
    [GeneratedRegex("""^(?:[A-Z][a-z]|[AI] |“|\{0\})""")]
    private static partial Regex ForPeople();
}
