using Academy.Contracts.Grading;

namespace Academy.Grading.Operating;

/// <summary>How a verdict looks in a chart: a colour for its kind, and a pattern of its own, since colour never says it alone.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Tone">The colour's class.</param>
/// <param name="Path">SVG path of the pattern on a tile of 6 by 6; empty: plain.</param>
internal sealed record VerdictMark(Verdict Verdict, string Tone, string Path)
{
    /// <summary>From what is well to what is bad: the order in which they are stacked.</summary>
    public static IReadOnlyList<VerdictMark> All { get; } =
    [
        new(Verdict.Passed, "is-ok", ""),
        new(Verdict.Failed, "is-quiet", ""),
        new(Verdict.BuildFailed, "is-info", "M0 0l6 6"),
        new(Verdict.NotReady, "is-info", "M3 2v2"),
        new(Verdict.TimedOut, "is-warn", "M0 3h6"),
        new(Verdict.OutOfMemory, "is-warn", "M3 0v6"),
        new(Verdict.TooManyProcesses, "is-warn", "M0 3h6M3 0v6"),
        new(Verdict.OutputTooLarge, "is-warn", "M0 6l6-6"),
        new(Verdict.DiskFull, "is-warn", "M2 2h2v2h-2z"),
        new(Verdict.InvalidReport, "is-accent", "M0 0l3 3l3-3"),
        new(Verdict.PlatformError, "is-bad", "M0 0l6 6M0 6l6-6"),
    ];

    /// <summary>Of the pattern in the page.</summary>
    public string Id => $"verdict-{Verdict}";
}
