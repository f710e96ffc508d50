using System.Text.RegularExpressions;

namespace Academy.Grading.Checking;

/// <summary>Patterns of paths: * and ? stay within a name, ** goes through folders; without a slash the file's name alone counts.</summary>
internal static class PathPattern
{
    public static Func<string, bool> Of(IReadOnlyList<string> patterns)
    {
        if (patterns.Count == 0) return _ => true;

        var regexes = patterns.Select(ToRegex).ToList();
        return path => regexes.Any(r => r.IsMatch(path));
    }

    private static Regex ToRegex(string pattern)
    {
        var escaped = Regex.Escape(pattern)
            .Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return new Regex($@"^{(pattern.Contains('/') ? "" : "(.*/)?")}{escaped}\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }
}
