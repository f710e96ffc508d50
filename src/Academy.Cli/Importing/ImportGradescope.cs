using Academy.Cli.Checking;
using Academy.Contracts.Curriculum;
using Academy.Grading.Gate;
using Microsoft.Extensions.Localization;

namespace Academy.Cli.Importing;

/// <summary>What to make a project of.</summary>
/// <param name="Folder">Has run_autograder.</param>
/// <param name="Solution">A submission that scores everything.</param>
/// <param name="Template">What learners start from; null: nothing.</param>
/// <param name="Slug">The project's; null: the folder's name.</param>
/// <param name="Image">The grading image.</param>
internal sealed record Autograder(string Folder, string Solution, string? Template, string? Slug, string Image)
{
    public string ProjectSlug => Slug ?? Path.GetFileName(Path.GetFullPath(Folder).TrimEnd('/')).ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
}

/// <summary>Makes a project of a Gradescope autograder: its run_autograder runs as it is, in the folders that it expects.</summary>
internal sealed class ImportGradescope(Workbench bench, IStringLocalizer texts, TextWriter output, TextWriter errors)
{
    private const string Runner = "gradescope.sh";

    public async Task<int> RunAsync(Autograder autograder, string into, CancellationToken ct)
    {
        foreach (var needed in new[] { Path.Combine(autograder.Folder, "run_autograder"), autograder.Solution, autograder.Template ?? autograder.Solution })
            if (!Path.Exists(needed)) return Refuse(texts["{0} is missing.", needed]);
        if (TargetContent.Open(into, texts, errors) is not { } target) return ExitCodes.CannotTell;
        var folder = target.FolderOf(autograder.ProjectSlug);
        if (Directory.Exists(folder)) return Refuse(texts["{0} is there already.", folder]);

        Copy(autograder, folder);
        var project = ProjectFor(autograder, target, folder);
        var listed = await new ListCases(bench.Sandboxes).RunAsync(project.Grading, WorkTree.Pack(project.TemplateFolder, project.SolutionFolder), ct);
        if (listed.Names.Count == 0)
        {
            Directory.Delete(folder, recursive: true);
            errors.WriteLine(texts["The autograder does not run: {0}", listed.Problem ?? ""]);
            if (File.Exists(Path.Combine(autograder.Folder, "setup.sh")))
                errors.WriteLine(texts["If it needs what its setup.sh installs: build an image of your own with it (images/README.md) and name it with --image."]);
            return ExitCodes.NotGood;
        }

        project = project with { Grading = project.Grading with { Tests = ProjectWriter.TestsOf(listed.Names, target.Text) } };
        ProjectWriter.WriteProject(project);
        ProjectWriter.WriteTests(project);
        target.WriteSubject(folder, $"## {project.Title}\n");
        return await TellAsync(project, target, ct);
    }

    private async Task<int> TellAsync(Project project, TargetContent target, CancellationToken ct)
    {
        var report = await bench.Gate.CheckAsync(project, target.Release.Rules.PassMark, ct);
        output.WriteLine(texts["{0} is written.", project.Folder]);
        output.WriteLine(texts["Name it in a track, or nobody can reach it: tracks/<track>/track.yml"]);
        var words = new GateWords(target.Folder, texts);
        foreach (var problem in report.Problems) output.WriteLine($"  {words.Say(report, problem)}");
        return report.Problems.Count == 0 ? ExitCodes.Good : ExitCodes.NotGood;
    }

    private static Project ProjectFor(Autograder autograder, TargetContent target, string folder)
    {
        var limits = new GradingLimits(60, 20, 512, 256, 128, 64);
        var plan = new GradingPlan(
            GradingMode.Unit, autograder.Image, null, ["sh", Runner], ReportFormat.Gradescope, limits, Path.Combine(folder, "grader", "files"), [])
        {
            ReportFile = "/report/results.json",
        };
        var title = target.Text(autograder.ProjectSlug.Replace('-', ' '));
        return new Project(autograder.ProjectSlug, title, title, 100, 5, target.Skills(10), plan, folder);
    }

    private static void Copy(Autograder autograder, string folder)
    {
        CopyFolder(autograder.Folder, Path.Combine(folder, "grader", "files", ".autograder"));
        CopyFolder(autograder.Solution, Path.Combine(folder, "solution"));
        if (autograder.Template is { } template) CopyFolder(template, Path.Combine(folder, "template"));
        else Directory.CreateDirectory(Path.Combine(folder, "template"));

        using var stream = typeof(ImportGradescope).Assembly.GetManifestResourceStream($"Runners/{Runner}")!;
        using var file = File.Create(Path.Combine(folder, "grader", "files", Runner));
        stream.CopyTo(file);
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(from, path);
            if (name.Split('/').Contains(".git")) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, name))!);
            File.Copy(path, Path.Combine(to, name));
        }
    }

    private int Refuse(string sentence)
    {
        errors.WriteLine(sentence);
        return ExitCodes.CannotTell;
    }
}
