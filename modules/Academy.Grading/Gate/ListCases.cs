using Academy.Contracts.Curriculum;
using Academy.Grading.Reports;
using Academy.Grading.Running;
using Academy.Sandbox;

namespace Academy.Grading.Gate;

/// <summary>Runs an author's tests over a work, and lists what they report: an import makes tests.yml of it.</summary>
internal sealed class ListCases(SandboxHost sandboxes)
{
    /// <param name="plan">Mode unit with a report; its list of tests is not looked at.</param>
    /// <param name="workTree">A tar archive.</param>
    /// <returns>The names in the report's order, or why there are none.</returns>
    /// <exception cref="SandboxUnavailableException" />
    public async Task<ListedCases> RunAsync(GradingPlan plan, byte[] workTree, CancellationToken ct)
    {
        await using var sandbox = await sandboxes.StartAsync(Grader.SpecFor(plan), ct);
        var workshop = new Workshop(sandbox, plan.Limits, workTree, plan.FilesFolder);
        if (!await workshop.PrepareAsync(ct)) return new ListedCases([], "The files are too large.");
        if (plan.Build is { } build && await workshop.BuildAsync(build, ct) is { Succeeded: false } failed)
            return new ListedCases([], ProgramText.Of(failed));

        var result = await workshop.RunAsync(new SandboxCommand(plan.Run) { Timeout = TimeSpan.FromSeconds(plan.Limits.Seconds) }, ct);
        var file = await workshop.ReadFileAsync(plan.ReportFile, ReportReader.MaxBytes(plan.Report), ct);
        if (file.State != SandboxFileState.Found) return new ListedCases([], $"{result.Ending} {ProgramText.Of(result)}");
        try
        {
            return new ListedCases([.. ReportReader.Read(plan.Report, file.Content).Names], null);
        }
        catch (InvalidReportException e)
        {
            return new ListedCases([], e.Message);
        }
    }
}

/// <param name="Names">As a test's case names them.</param>
/// <param name="Problem">Why there are none; null when there are.</param>
internal sealed record ListedCases(IReadOnlyList<string> Names, string? Problem);
