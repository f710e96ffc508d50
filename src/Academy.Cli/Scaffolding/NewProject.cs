using System.Text.RegularExpressions;
using Academy.Cli.Content;
using Academy.Contracts.Curriculum;
using Microsoft.Extensions.Localization;

namespace Academy.Cli.Scaffolding;

/// <summary>Writes the skeleton of a project and names it in a track, so that the content stays good at every step.</summary>
internal sealed partial class NewProject(IStringLocalizer texts, TextWriter output, TextWriter errors)
{
    private static readonly string[] Spoken = ["fr", "en"];

    public int Run(string contentFolder, string slug, string mode)
    {
        if (!Slug().IsMatch(slug) || slug.Length > 60) return Refuse(texts["“{0}” is not a slug: lower-case letters, digits and hyphens, at most 60.", slug]);
        if (OpenedContent.Open(contentFolder, texts, errors) is not { } content) return ExitCodes.CannotTell;

        var folder = Path.Combine(contentFolder, "projects", slug);
        if (Directory.Exists(folder)) return Refuse(texts["{0} is there already.", folder]);
        if (!Spoken.Contains(content.Release.Languages[0])) return Refuse(texts["There are skeletons in French and in English only."]);
        if (content.Release.Skills.Count == 0) return Refuse(texts["{0} names no skill yet.", Path.Combine(contentFolder, "skills.yml")]);

        Write(content.Release, folder, slug, mode);
        output.WriteLine(texts["{0} is written.", folder]);
        if (NameInTrack(contentFolder, slug) is { } track) output.WriteLine(texts["{0} names it in its last stage with projects.", track]);
        else output.WriteLine(texts["Name it in a track, or nobody can reach it: tracks/<track>/track.yml"]);
        output.WriteLine(texts["See whether it is through the gate: ./academy check {0} --project {1}", contentFolder, slug]);
        return ExitCodes.Good;
    }

    private static void Write(Release release, string folder, string slug, string mode)
    {
        var prefix = $"Skeletons/{mode}/";
        var assembly = typeof(NewProject).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var path = name[prefix.Length..];
            if (SubjectLanguage().Match(path) is { Success: true } subject && !release.Languages.Contains(subject.Groups[1].Value)) continue;

            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var text = reader.ReadToEnd()
                .Replace("__title__", char.ToUpperInvariant(slug[0]) + slug[1..].Replace('-', ' '))
                .Replace("__skill__", release.Skills.Keys.First());
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, path.EndsWith(".yml", StringComparison.Ordinal) ? Keep(text, release.Languages) : text);
        }
    }

    // A text in a language that the academy does not speak would be an error.
    private static string Keep(string yaml, IReadOnlyList<string> languages) => BothLanguages().Replace(
        yaml, texts => $"{{ {string.Join(", ", Spoken.Where(languages.Contains).Select(language => $"{language}: {texts.Groups[language].Value}"))} }}");

    /// <summary>Adds a line behind the last one that names a project; null when no track has such a line.</summary>
    private static string? NameInTrack(string contentFolder, string slug)
    {
        foreach (var track in Directory.EnumerateFiles(Path.Combine(contentFolder, "tracks"), "track.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(track).ToList();
            var last = lines.FindLastIndex(line => TrackLine().IsMatch(line));
            if (last < 0) continue;

            lines.Insert(last + 1, $"{TrackLine().Match(lines[last]).Groups[1].Value}- {{ project: {slug} }}");
            var draft = $"{track}.draft";
            File.WriteAllLines(draft, lines);
            File.Move(draft, track, overwrite: true);
            return track;
        }

        return null;
    }

    private int Refuse(string sentence)
    {
        errors.WriteLine(sentence);
        return ExitCodes.CannotTell;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();

    [GeneratedRegex("""\{ fr: (?<fr>"[^"]*"), en: (?<en>"[^"]*") \}""")]
    private static partial Regex BothLanguages();

    [GeneratedRegex(@"^subject\.([a-z]{2})\.md$")]
    private static partial Regex SubjectLanguage();

    [GeneratedRegex(@"^(\s+)- \{ ?project: ")]
    private static partial Regex TrackLine();
}
