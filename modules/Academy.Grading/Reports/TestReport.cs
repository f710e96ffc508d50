using System.Globalization;
using Academy.Contracts.Curriculum;

namespace Academy.Grading.Reports;

/// <summary>What the author's tests say, whatever the format in which they say it.</summary>
internal sealed class TestReport
{
    public const int MaxCases = 10_000;

    private readonly Dictionary<string, ReportedTest> _byName = [];
    private readonly Dictionary<string, ReportedTest> _byOtherName = [];
    private int _count;

    /// <summary>The report as a whole, where its format has one result for all tests.</summary>
    public ReportedTest? Whole { get; set; }

    /// <summary>Points that count in place of the sum of the tests; null when the sum counts.</summary>
    public decimal? Total { get; set; }

    /// <summary>What the report tells of all tests together: why none ran, or what all have in common.</summary>
    public string? Notice { get; set; }

    /// <summary>The report says itself that the work could not be tested: what it lists does not count.</summary>
    public bool NothingRan { get; set; }

    public int Count => _count;

    /// <summary>Of all tests, as <see cref="Find"/> takes them, in the report's order.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>A test with this name, or with this other name when none is called so; null when it is not reported.</summary>
    public ReportedTest? Find(string name) =>
        name == GradingPlan.WholeReport && Whole is not null ? Whole
        : NothingRan ? null
        : _byName.GetValueOrDefault(name) ?? _byOtherName.GetValueOrDefault(name);

    public void Add(string name, ReportedTest test, params IEnumerable<string?> otherNames)
    {
        if (++_count > MaxCases) throw new InvalidReportException($"The report has more than {MaxCases} tests.");
        Add(_byName, name, test);
        foreach (var other in otherNames)
        {
            if (!string.IsNullOrEmpty(other) && other != name) Add(_byOtherName, other, test);
        }
    }

    /// <summary>The same name twice: it only counts as passed if it passed each time.</summary>
    private static void Add(Dictionary<string, ReportedTest> tests, string name, ReportedTest test)
    {
        if (!tests.TryGetValue(name, out var earlier) || test.IsWorseThan(earlier)) tests[name] = test;
    }
}

/// <summary>How one test went.</summary>
internal sealed record ReportedTest(ReportedStatus Status)
{
    /// <summary>Points in the report's own measure; null when the status alone counts.</summary>
    public decimal? Score { get; init; }

    /// <summary>What <see cref="Score"/> could have been; null when the score is in points of the project.</summary>
    public decimal? MaxScore { get; init; }

    /// <summary>What the author's test says; null when it says nothing.</summary>
    public string? Message { get; init; }

    /// <summary>What was printed while it ran.</summary>
    public string? Output { get; init; }

    /// <summary>Whoever wrote the report has left something out of <see cref="Output"/> or <see cref="Message"/>, or it was too long here.</summary>
    public bool IsCut { get; init; }

    /// <summary>As reported; zero when nothing is said.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>When learners may see it, as far as the report is concerned.</summary>
    public TestVisibility Visibility { get; init; }

    /// <summary>Of the author's <paramref name="points"/>, those that are earned: never more, and rounded down to cents.</summary>
    public decimal PointsOf(decimal points)
    {
        if (Score is not { } score || MaxScore == 0) return Status == ReportedStatus.Passed ? points : 0;
        var earned = MaxScore is { } most ? points * Math.Min(1, score / most) : Math.Min(points, score);
        return earned == points ? points : decimal.Round(earned, 2, MidpointRounding.ToZero);
    }

    internal bool IsWorseThan(ReportedTest other) =>
        Status != other.Status ? Status > other.Status : PointsOf(1) < other.PointsOf(1);
}

/// <summary>From best to worst.</summary>
internal enum ReportedStatus
{
    Passed,

    /// <summary>Left out by the author's tests: not passed, and nobody's mistake.</summary>
    Skipped,
    Failed,
}

/// <summary>A report that cannot be understood; the message says why, to an author.</summary>
internal sealed class InvalidReportException(string message) : Exception(message.Length <= MaxMessage ? message : $"{message[..MaxMessage]}…")
{
    // What is wrong may be a name of a million letters.
    private const int MaxMessage = 500;
}

/// <summary>Durations, as reports tell them.</summary>
internal static class ReportedTime
{
    private const double MostSeconds = 1e6;

    public static TimeSpan OfSeconds(double seconds, string where) =>
        seconds is >= 0 and <= MostSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new InvalidReportException(string.Create(CultureInfo.InvariantCulture, $"{where} is not a duration: {seconds}."));
}
