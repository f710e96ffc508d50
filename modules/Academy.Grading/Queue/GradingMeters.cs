using System.Diagnostics;
using System.Diagnostics.Metrics;
using Academy.Kernel.Diagnostics;

namespace Academy.Grading.Queue;

internal static class GradingMeters
{
    private static readonly Counter<long> Count =
        AcademyDiagnostics.Meter.CreateCounter<long>("academy.gradings", "{grading}", "Gradings that finished, by verdict");

    private static readonly Histogram<double> PushToVerdict =
        AcademyDiagnostics.Meter.CreateHistogram<double>("academy.grading.duration", "s", "From the push to the verdict");

    public static Activity? Start(GradingRun run) =>
        AcademyDiagnostics.Activities.StartActivity("grade")?.SetTag("academy.grading", run.Id).SetTag("academy.project", run.ProjectSlug);

    public static void Finished(GradingRun run)
    {
        var verdict = new KeyValuePair<string, object?>("verdict", run.Verdict.ToString());
        Count.Add(1, verdict);
        PushToVerdict.Record((run.FinishedAt!.Value - run.QueuedAt).TotalSeconds, verdict);
    }
}
