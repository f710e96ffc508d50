using System.Text.RegularExpressions;

namespace Academy.Cli.Importing;

/// <summary>Makes a subject of an exercise's documents: headings from the second level on, notes as alerts, addresses as we allow them.</summary>
internal static partial class ExercismSubject
{
    private static readonly string[] Documents = ["introduction.md", "introduction.append.md", "instructions.md", "instructions.append.md"];

    public static string Of(string exerciseFolder, string track, string slug)
    {
        var documents = Documents.Select(name => Path.Combine(exerciseFolder, ".docs", name)).Where(File.Exists).Select(File.ReadAllText);
        var source = $"> [!NOTE]\n> Source: [Exercism, {track}, {slug}](https://exercism.org/tracks/{track}/exercises/{slug}), MIT.\n";
        return string.Join("\n\n", [.. documents.Select(document => Convert(document).Trim()), source]);
    }

    private static string Convert(string markdown)
    {
        markdown = Comment().Replace(markdown.ReplaceLineEndings("\n"), "");
        // What is told of a picture may go over several lines.
        markdown = LongPicture().Replace(markdown, "$1");
        markdown = Note().Replace(markdown, note => Alert(note.Groups["kind"].Value, note.Groups["text"].Value));

        var isCode = false;
        var lines = markdown.Split('\n').Select(line =>
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal)) isCode = !isCode;
            return isCode ? line : Outside(line);
        });
        return string.Join('\n', lines);
    }

    private static string Outside(string line)
    {
        if (line.StartsWith("# ", StringComparison.Ordinal)) line = $"#{line}";
        line = Picture().Replace(line, "$1");
        line = line.Replace("](http://", "](https://", StringComparison.Ordinal).Replace("]: http://", "]: https://", StringComparison.Ordinal);
        return RelativeLink().Replace(line, "$1");
    }

    private static string Alert(string kind, string text)
    {
        var alert = kind switch { "caution" => "CAUTION", "advanced" => "TIP", _ => "NOTE" };
        return $"> [!{alert}]\n{string.Join('\n', text.Trim('\n').Split('\n').Select(line => $"> {Outside(line)}".TrimEnd()))}\n";
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?<fence>~{3,}|`{3,})\s*exercism/(?<kind>[a-z]+)\s*\n(?<text>.*?)^\k<fence>\s*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Note();

    [GeneratedRegex(@"!\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])?")]
    private static partial Regex Picture();

    [GeneratedRegex(@"!\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])")]
    private static partial Regex LongPicture();

    // A link to another file of the track, which is not here.
    [GeneratedRegex(@"\[([^\]]+)\]\((?!https://|mailto:|#)[^)]*\)")]
    private static partial Regex RelativeLink();
}
