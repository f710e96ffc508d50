using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Academy.Grading.Reports;

/// <summary>
/// Reads the Test Anything Protocol, versions 13 and 14, line by line: a plan, test points, YAML beneath them, subtests
/// indented by four spaces before the test point that sums them up.
/// </summary>
internal sealed partial class TapReport
{
    private const int Indentation = 4;
    private const int MaxDepth = 16;

    private readonly List<TapLevel> _levels = [new()];
    private TapYaml? _yaml;
    private TapPoint? _last;
    private string? _bailedOut;
    private bool _isStrict;
    private int _count;

    private TapReport()
    {
    }

    /// <exception cref="InvalidReportException">The text is not TAP.</exception>
    public static TestReport Read(ReadOnlyMemory<byte> text)
    {
        // What a learner's program printed may stand in it as a comment: bytes that are no UTF-8 spoil no report.
        using var reader = new StreamReader(new MemoryStream(text.ToArray(), writable: false), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
        var tap = new TapReport();
        var number = 0;
        while (tap._bailedOut is null && reader.ReadLine() is { } line) tap.ReadLine(number++ == 0 ? line.TrimStart('\uFEFF') : line);
        return tap.SumUp();
    }

    private TestReport SumUp()
    {
        _yaml?.Finish();
        var top = _levels[0];
        if (_bailedOut is null && top.Plan is null) throw new InvalidReportException("The report has no plan, a line such as 1..5: were the tests ended early?");
        if (top.Plan is { } plan && top.Points.Find(p => p.Number > plan) is { } beyond)
            throw new InvalidReportException($"The report has a test {beyond.Number}, and its plan is 1..{plan}.");

        var report = new TestReport { Notice = _bailedOut };
        foreach (var point in top.Points) point.AddTo(report, "");
        return report;
    }

    private void ReadLine(string line)
    {
        if (_yaml is not null && _yaml.Takes(line)) return;
        _yaml = null;

        var content = line.AsSpan().Trim(' ');
        var indent = line.Length - line.AsSpan().TrimStart(' ').Length;
        if (content.StartsWith("---") && content.TrimEnd().Length == 3 && indent > 0 && _last is not null)
        {
            _yaml = new TapYaml(indent, _last);
            return;
        }

        // A program's own indented lines are no subtests unless they say so.
        if (indent % Indentation == 0 && indent / Indentation <= _levels.Count && Understands(content.ToString(), indent / Indentation)) return;
        if (_isStrict && content.Length > 0) throw new InvalidReportException($"After “pragma +strict” this line is not allowed: {Shortened(line)}");
    }

    private bool Understands(string content, int depth)
    {
        if (PointPattern().Match(content) is { Success: true } point) Add(TapPoint.Of(point), depth);
        else if (PlanPattern().Match(content) is { Success: true } plan) ReadPlan(plan, depth);
        else if (content.StartsWith('#')) _last?.Comment(content[1..].TrimStart());
        else if (BailOutPattern().Match(content) is { Success: true } bail) _bailedOut = $"Bail out! {bail.Groups["reason"].Value.Trim()}".TrimEnd();
        else if (VersionPattern().Match(content) is { Success: true } version) CheckVersion(version.Groups["version"].Value);
        else if (PragmaPattern().Match(content) is { Success: true } pragma) _isStrict = pragma.Groups["strict"].Value == "+";
        else return false;
        return true;
    }

    private void Add(TapPoint point, int depth)
    {
        if (++_count > TestReport.MaxCases) throw new InvalidReportException($"The report has more than {TestReport.MaxCases} tests.");
        if (depth > MaxDepth) throw new InvalidReportException($"Subtests are nested deeper than {MaxDepth} levels.");
        if (depth == _levels.Count) _levels.Add(new TapLevel());
        if (_levels.Count > depth + 1)
        {
            // The test point that follows its subtests sums them up.
            point.Subtests = _levels[depth + 1].Points;
            _levels.RemoveRange(depth + 1, _levels.Count - depth - 1);
        }

        _levels[depth].Add(point);
        _last = point;
    }

    private void ReadPlan(Match match, int depth)
    {
        if (!int.TryParse(match.Groups["most"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var plan))
            throw new InvalidReportException($"The plan 1..{Shortened(match.Groups["most"].Value)} is not believable.");
        if (depth == _levels.Count) _levels.Add(new TapLevel());
        if (_levels[depth].Plan is not null) throw new InvalidReportException("The report has two plans.");
        _levels[depth].Plan = plan;
        _last = null;
    }

    private static void CheckVersion(string version)
    {
        if (version is not ("13" or "14")) throw new InvalidReportException($"TAP version {Shortened(version)} is not known here: 13 and 14 are.");
    }

    private static string Shortened(string text) => text.Length <= 100 ? text : $"{text[..100]}…";

    [GeneratedRegex(@"^(?<not>not )?ok(?<rest>[ \t].*)?\z", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex PointPattern();

    [GeneratedRegex(@"^1\.\.(?<most>[0-9]+)[ \t]*(#.*)?\z", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex PlanPattern();

    [GeneratedRegex(@"^Bail out!(?<reason>.*)\z", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex BailOutPattern();

    [GeneratedRegex(@"^TAP version (?<version>.*)\z", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"^pragma (?<strict>[+-])strict\z", RegexOptions.NonBacktracking)]
    private static partial Regex PragmaPattern();
}

/// <summary>The test points of one indentation.</summary>
internal sealed class TapLevel
{
    public List<TapPoint> Points { get; } = [];

    public int? Plan { get; set; }

    /// <summary>A point without a number is the next one.</summary>
    public void Add(TapPoint point)
    {
        if (point.Number == 0) point.Number = Points.Count == 0 ? 1 : Points[^1].Number + 1;
        Points.Add(point);
    }
}
