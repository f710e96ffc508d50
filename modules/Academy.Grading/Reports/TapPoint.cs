using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Academy.Grading.Reports;

/// <summary>A line "ok" or "not ok", and what stands beneath it.</summary>
internal sealed partial class TapPoint
{
    private readonly StringBuilder _comments = new();

    private ReportedStatus Status { get; init; }

    private string Description { get; init; } = "";

    private string? Reason { get; init; }

    /// <summary>From 1; 0 while it is not known.</summary>
    public int Number { get; set; }

    public IReadOnlyList<TapPoint> Subtests { get; set; } = [];

    public string? Message { get; set; }

    public string? Output { get; set; }

    public TimeSpan Duration { get; set; }

    public static TapPoint Of(Match line)
    {
        var rest = line.Groups["rest"].Value.Trim();
        var digits = rest.Length - rest.AsSpan().TrimStart("0123456789").Length;
        // "ok 404 answers" has the number 404; "ok 2nd try" has none.
        if (digits < rest.Length && rest[digits] is not (' ' or '\t' or '#')) digits = 0;
        if (digits > 0 && !int.TryParse(rest.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw new InvalidReportException($"The number of a test is not believable: {rest[..Math.Min(digits, 40)]}");

        var (description, directive, reason) = Split(rest[digits..].Trim());
        var ok = !line.Groups["not"].Success;
        return new TapPoint
        {
            Number = digits > 0 ? int.Parse(rest.AsSpan(0, digits), CultureInfo.InvariantCulture) : 0,
            Status = directive is "skip" ? ReportedStatus.Skipped
                : ok ? ReportedStatus.Passed
                : directive is "todo" ? ReportedStatus.Skipped
                : ReportedStatus.Failed,
            Description = description,
            Reason = reason,
        };
    }

    /// <summary>Harnesses tell in comments why the test above them failed.</summary>
    public void Comment(string text)
    {
        if (text.StartsWith("Subtest", StringComparison.Ordinal)) return;
        if (_comments.Length > 0) _comments.Append('\n');
        _comments.Append(text);
    }

    public void AddTo(TestReport report, string parents)
    {
        var number = Number.ToString(CultureInfo.InvariantCulture);
        var name = Description == "" ? number : Description;
        var comments = _comments.ToString().Trim();
        var test = new ReportedTest(Status)
        {
            Message = Message ?? Reason ?? (comments == "" ? null : comments),
            Output = Output,
            Duration = Duration,
        };
        report.Add(parents + name, test, parents + number);
        foreach (var subtest in Subtests) subtest.AddTo(report, $"{parents}{name} > ");
    }

    private static (string Description, string? Directive, string? Reason) Split(string text)
    {
        if (text.StartsWith('-')) text = text[1..].TrimStart();
        var directive = DirectivePattern().Match(text);
        if (!directive.Success) return (Unescape(text), null, null);

        var reason = directive.Groups["reason"].Value.Trim();
        return (Unescape(directive.Groups["description"].Value.TrimEnd()), directive.Groups["directive"].Value.ToLowerInvariant(), reason == "" ? null : reason);
    }

    private static string Unescape(string text) => text.Replace(@"\#", "#", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal);

    // The "#" of a directive stands after a space, and a backslash before it makes it a letter like any other.
    [GeneratedRegex(@"^(?<description>|.*?[ \t])#[ \t]*(?<directive>skip|todo)(ped|ping)?:?([ \t]+(?<reason>.*))?\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DirectivePattern();
}
