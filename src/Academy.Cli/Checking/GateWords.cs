using Academy.Grading.Gate;
using Academy.Grading.Live;
using Academy.Grading.Queue;
using Microsoft.Extensions.Localization;

namespace Academy.Cli.Checking;

/// <summary>Says what the gate found to an author: place, then sentence.</summary>
/// <param name="content">The content folder, as it was named on the command line.</param>
internal sealed class GateWords(string content, IStringLocalizer texts)
{
    public string Say(GateReport report, GateProblem problem)
    {
        var folder = Path.Combine(content, "projects", report.Project.Slug);
        return problem.Kind switch
        {
            GateProblemKind.SolutionFails =>
                $"{PlaceOf(folder, problem.Case!)}: {texts["The reference solution fails “{0}”: {1}", problem.Case!.Test.Name, Reason(problem.Case)]}",
            GateProblemKind.SolutionUngraded =>
                $"{Path.Combine(folder, "solution")}: {texts["The reference solution cannot be graded: {0}. {1}", FindingTexts.Say(texts, problem.Work!.Report.Verdict), problem.Work.Report.Notice ?? ""]}",
            GateProblemKind.TemplatePasses =>
                $"{Path.Combine(folder, "template")}: {texts["The template passes already, with {0} %.", problem.Work!.Percent]}",
            GateProblemKind.MutantSurvives =>
                $"{Path.Combine(folder, "mutants", problem.Mutant!)}: {texts["No test fails this wrong solution."]}",
            _ => $"{PlaceOf(folder, problem.Case!)}: {texts["No mutant fails “{0}”: nothing shows that it tests anything.", problem.Case!.Test.Name]}",
        };
    }

    private static string PlaceOf(string folder, GradedCase graded)
    {
        var file = Path.Combine(folder, "grader", "tests.yml");
        var line = File.Exists(file) ? File.ReadLines(file).TakeWhile(text => !Names(text, graded.Test.Id)).Count() + 1 : 0;
        return line > 0 ? $"{file}:{line}" : file;
    }

    private static bool Names(string line, string id)
    {
        var text = line.TrimStart(' ', '-', '{');
        return text.StartsWith("id:", StringComparison.Ordinal) && text[3..].Split(',', '#', '}')[0].Trim(' ', '"', '\'') == id;
    }

    private string Reason(GradedCase graded)
    {
        var result = graded.Result(0);
        var said = result.Status == TestStatus.NotRun ? texts["not run"].Value : FindingTexts.Say(texts, result, graded.Test);
        return string.IsNullOrWhiteSpace(graded.Finding.Errors) ? said : $"{said} {graded.Finding.Errors.Trim().Split('\n')[^1]}";
    }
}
