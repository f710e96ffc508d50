using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Academy.Cli.Content;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Gate;
using Academy.Grading.Live;
using Academy.Grading.Queue;
using Microsoft.Extensions.Localization;

namespace Academy.Cli.Grading;

/// <summary>Grades one folder and tells the verdict, to a reader or to a program.</summary>
internal sealed class GradeFolder(Workbench bench, IStringLocalizer texts, TextWriter output, TextWriter errors)
{
    private const long MaxBytes = 20 << 20; // as on the site
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public bool IsJson { get; init; }

    public bool IsForLearner { get; init; }

    public async Task<int> RunAsync(string contentFolder, string slug, string folder, CancellationToken ct)
    {
        if (OpenedContent.Open(contentFolder, texts, errors) is not { } content || Find(content, slug) is not { } project) return ExitCodes.CannotTell;
        if (!Directory.Exists(folder)) return Refuse(texts["There is no folder {0}.", folder]);

        var workTree = WorkTree.Pack(folder);
        if (workTree.Length > MaxBytes) return Refuse(texts["{0} is too large: at most {1} MB.", folder, MaxBytes >> 20]);

        var work = await bench.Gate.GradeAsync(project, content.Release.Rules.PassMark, workTree, ct);
        if (IsJson) output.WriteLine(JsonSerializer.Serialize(Answer(project, work), Json));
        else Tell(project, work);
        return work.Report.Verdict switch
        {
            Verdict.Passed => ExitCodes.Good,
            Verdict.PlatformError => ExitCodes.CannotTell,
            _ => ExitCodes.NotGood,
        };
    }

    private Project? Find(OpenedContent content, string slug)
    {
        var found = content.Only([slug]).Errors;
        foreach (var error in found) errors.WriteLine($"✗ {content.Say(error, texts)}");
        if (found.Count > 0) return null;

        if (content.Release.Projects.TryGetValue(slug, out var project)) return project;
        Refuse(texts["There is no project “{0}” in {1}.", slug, content.Folder]);
        return null;
    }

    private int Refuse(string sentence)
    {
        errors.WriteLine(sentence);
        return ExitCodes.CannotTell;
    }

    private IEnumerable<GradedCase> Shown(GradedWork work) =>
        work.Tests.Where(t => !IsForLearner || IsShown(Stricter(t), work.Report.Verdict == Verdict.Passed));

    // A report, too, may hide a test.
    private static TestVisibility Stricter(GradedCase graded) =>
        graded.Finding.Visibility > graded.Test.Visibility ? graded.Finding.Visibility : graded.Test.Visibility;

    // As on the page of a first grading, for which there is no deadline yet.
    private static bool IsShown(TestVisibility visibility, bool hasPassed) =>
        visibility == TestVisibility.Always || (visibility == TestVisibility.AfterPassing && hasPassed);

    private void Tell(Project project, GradedWork work)
    {
        output.WriteLine($"{project.Title}: {FindingTexts.Say(texts, work.Report.Verdict)}, {work.Percent} % ({work.Report.Score:0.##}/{work.Report.MaxScore:0.##})");
        if (work.Report.Notice is { Length: > 0 } notice) WriteBlock(notice);
        foreach (var (position, graded) in work.Tests.Index().Where(t => Shown(work).Contains(t.Item))) Tell(graded, graded.Result(position));

        var hidden = work.Tests.Count - Shown(work).Count();
        if (hidden > 0) output.WriteLine(texts["Tests that are not shown: {0}", hidden]);
    }

    private void Tell(GradedCase graded, TestResult result)
    {
        var mark = result.Status switch { TestStatus.Passed => '✓', TestStatus.Failed => '✗', _ => '·' };
        output.WriteLine($" {mark} {graded.Test.Name}  {result.Points:0.##}/{result.MaxPoints:0.##}");
        if (result.Status != TestStatus.Failed) return;

        WriteBlock(FindingTexts.Say(texts, result, graded.Test));
        if (graded.Test.Hint is { } hint && (graded.Test.HintAfter == 0 || !IsForLearner)) WriteBlock($"→ {hint}");
        if (result.Reason == FindingReason.OutputDiffers && graded.Test.Expect?.Stdout is { } expected) WriteBlock(expected, texts["Expected"]);
        if (result.Output is { Length: > 0 } printed) WriteBlock(printed, texts["What the program printed"]);
        if (result.Errors is { Length: > 0 } complained) WriteBlock(complained, texts["Error messages"]);
    }

    private void WriteBlock(string text, string? title = null)
    {
        if (title is not null) output.WriteLine($"     {title}");
        // Control characters of a program's output would move the cursor or colour the terminal.
        foreach (var line in text.TrimEnd().Split('\n')) output.WriteLine($"     {(title is null ? "" : "| ")}{Printable(line)}");
    }

    private static string Printable(string line) => string.Concat(line.Select(c => char.IsControl(c) && c != '\t' ? '\uFFFD' : c));

    private object Answer(Project project, GradedWork work) => new
    {
        project = project.Slug,
        verdict = work.Report.Verdict,
        passed = work.Report.Verdict == Verdict.Passed,
        score = work.Report.Score,
        maxScore = work.Report.MaxScore,
        percent = work.Percent,
        notice = work.Report.Notice,
        cpuMs = (long)work.Report.CpuTime.TotalMilliseconds,
        peakMemoryBytes = work.Report.PeakMemoryBytes,
        tests = work.Tests.Index().Where(t => Shown(work).Contains(t.Item)).Select(t => Answer(t.Item, t.Item.Result(t.Index))),
    };

    private object Answer(GradedCase graded, TestResult result) => new
    {
        id = graded.Test.Id,
        name = graded.Test.Name.ToString(),
        status = result.Status,
        points = result.Points,
        maxPoints = result.MaxPoints,
        message = FindingTexts.Say(texts, result, graded.Test),
        output = result.Output,
        errors = result.Errors,
        durationMs = result.DurationMs,
    };
}
