using Academy.Cli.Content;
using Academy.Grading.Gate;
using Microsoft.Extensions.Localization;

namespace Academy.Cli.Checking;

/// <summary>Checks a content folder, project by project, and tells each as soon as it is known.</summary>
internal sealed class CheckContent(Workbench bench, OpenedContent content, IStringLocalizer texts, TextWriter output)
{
    private readonly GateWords _words = new(content.Folder, texts);
    private int _checked;
    private int _through;

    public async Task<int> RunAsync(IReadOnlyCollection<string> only, int parallel, CancellationToken ct)
    {
        var unknown = only.Where(slug => !Directory.Exists(Path.Combine(content.Folder, "projects", slug))).ToList();
        if (unknown.Count > 0)
        {
            output.WriteLine(texts["There is no project “{0}” in {1}.", unknown[0], content.Folder]);
            return ExitCodes.CannotTell;
        }

        var chosen = content.Only(only);
        foreach (var warning in chosen.Warnings) output.WriteLine($"! {content.Say(warning, texts)}");
        foreach (var error in chosen.Errors) output.WriteLine($"✗ {content.Say(error, texts)}");
        if (chosen.Errors.Count > 0)
        {
            output.WriteLine(texts["Things to change before anything can be graded: {0}", chosen.Errors.Count]);
            return ExitCodes.NotGood;
        }

        var projects = content.Release.Projects.Values.Where(p => only.Count == 0 || only.Contains(p.Slug)).ToList();
        await Parallel.ForEachAsync(
            projects,
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = ct },
            async (project, token) =>
            {
                var report = await bench.Gate.CheckAsync(project, content.Release.Rules.PassMark, token);
                lock (output) Tell(report, projects.Count);
            });
        output.WriteLine(texts["Through the gate: {0} of {1}", _through, projects.Count]);
        return _through == projects.Count ? ExitCodes.Good : ExitCodes.NotGood;
    }

    private void Tell(GateReport report, int all)
    {
        var problems = report.Problems;
        if (problems.Count == 0) _through++;
        var figures = texts["solution {0} %, template {1} %", report.Solution.Percent, report.Template.Percent].Value;
        if (report.Mutants.Count > 0) figures += texts[", mutants: {0}", report.Mutants.Count];
        output.WriteLine($"[{++_checked}/{all}] {(problems.Count == 0 ? '✓' : '✗')} {report.Project.Slug}: {figures}");
        foreach (var problem in problems) output.WriteLine($"  {_words.Say(report, problem)}");
    }
}
