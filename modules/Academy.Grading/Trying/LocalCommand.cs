using System.Text;
using Academy.Contracts.Curriculum;

namespace Academy.Grading.Trying;

/// <summary>How the learner runs a test at home: the same command, files and input, for a POSIX shell.</summary>
internal static class LocalCommand
{
    private const int LongestInput = 2_000;

    /// <summary>Null when the test has no command of its own or its input is too long to be typed.</summary>
    public static string? For(GradingPlan plan, GradedTest test)
    {
        IReadOnlyList<string> command = [.. test.Run ?? plan.Run, .. test.Args];
        if (command.Count == 0 || test.Stdin.Length + test.Files.Values.Sum(f => f.Length) > LongestInput) return null;

        var lines = new StringBuilder();
        foreach (var (path, content) in test.Files) lines.Append("printf '%s' ").Append(Quote(content)).Append(" > ").Append(Quote(path)).Append('\n');
        if (test.Stdin != "") lines.Append("printf '%s' ").Append(Quote(test.Stdin)).Append(" | ");
        return lines.Append(string.Join(' ', command.Select(Quote))).ToString();
    }

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=@%+,".Contains(c))
            ? word
            : $"'{word.Replace("'", "'\\''")}'";
}
