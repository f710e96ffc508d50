using Academy.Contracts.Curriculum;

namespace Academy.Grading.Comparing;

/// <summary>Compares what a program produced with what is expected, outside the sandbox.</summary>
internal static class OutputComparison
{
    public static bool Matches(string expected, string actual, Comparison how) => how switch
    {
        Comparison.Exact => expected == actual,
        Comparison.Contains => Normalize(actual).Contains(Normalize(expected), StringComparison.Ordinal),
        _ => Lines(expected).SequenceEqual(Lines(actual)),
    };

    /// <summary>The lines that count: without spaces at their ends, without empty lines at the end of the text.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private static string Normalize(string text) => string.Join('\n', Lines(text));
}
