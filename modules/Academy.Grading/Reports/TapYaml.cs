using System.Globalization;

namespace Academy.Grading.Reports;

/// <summary>
/// The YAML beneath a test point, from "---" to "...". Only what a person needs is looked for, line by line: a message and a
/// duration. Whatever else stands there is shown as it is.
/// </summary>
internal sealed class TapYaml(int indent, TapPoint point)
{
    private readonly List<string> _lines = [];

    /// <summary>Whether the line belongs to the block.</summary>
    public bool Takes(string line)
    {
        var isInside = string.IsNullOrWhiteSpace(line) || line.Length - line.TrimStart(' ').Length >= indent;
        if (isInside && line.Trim() != "...")
        {
            _lines.Add(line.Length > indent ? line[indent..] : "");
            return true;
        }

        Finish();
        return isInside;
    }

    /// <summary>Tells the test point what was found.</summary>
    public void Finish()
    {
        point.Message = Value("message") ?? Value("error");
        if (point.Message is null && _lines.Count > 0) point.Output = string.Join('\n', _lines).Trim('\n');
        if (double.TryParse(Value("duration_ms"), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds))
            point.Duration = ReportedTime.OfSeconds(milliseconds / 1000, "`duration_ms`");
    }

    private string? Value(string key)
    {
        var at = _lines.FindIndex(l => l.StartsWith($"{key}:", StringComparison.Ordinal));
        if (at < 0) return null;

        var value = _lines[at][(key.Length + 1)..].Trim();
        if (value is "|" or "|-" or "|+" or ">" or ">-" or ">+") value = Block(at + 1, folded: value[0] == '>');
        else if (value.Length > 1 && value[0] is '\'' or '"' && value[^1] == value[0]) value = Unquote(value);
        return string.IsNullOrWhiteSpace(value) || value is "~" or "null" ? null : value;
    }

    private string Block(int from, bool folded)
    {
        var lines = _lines.Skip(from).TakeWhile(l => l == "" || l[0] == ' ').ToList();
        var margin = lines.Where(l => l.Trim() != "").Select(l => l.Length - l.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        return string.Join(folded ? ' ' : '\n', lines.Select(l => l.Length > margin ? l[margin..] : "")).TrimEnd();
    }

    private static string Unquote(string value) => value[0] == '\''
        ? value[1..^1].Replace("''", "'", StringComparison.Ordinal)
        : value[1..^1].Replace(@"\""", "\"", StringComparison.Ordinal).Replace(@"\n", "\n", StringComparison.Ordinal);
}
