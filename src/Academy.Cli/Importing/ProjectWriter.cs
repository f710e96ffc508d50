using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Academy.Contracts;
using Academy.Contracts.Curriculum;

namespace Academy.Cli.Importing;

/// <summary>Writes what an import has found as the files of a project (docs/content.md).</summary>
internal static partial class ProjectWriter
{
    // A JSON string is a YAML string, too.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteProject(Project project)
    {
        var grading = project.Grading;
        var limits = grading.Limits;
        string[] build = grading.Build is { } command ? [$"  build: {Quote(command)}"] : [];
        string[] yaml =
        [
            $"title: {Quote(project.Title)}",
            $"summary: {Quote(project.Summary)}",
            $"xp: {project.Xp}",
            $"hours: {project.Hours}",
            $"skills: {{ {string.Join(", ", project.Skills.Select(s => $"{s.Key}: {s.Value}"))} }}",
            "grading:",
            "  mode: unit",
            $"  image: {Quote(grading.Image)}",
            .. build,
            $"  run: {Quote(grading.Run)}",
            $"  report: {Name(grading.Report)}",
            $"  reportFile: {grading.ReportFile}",
            FormattableString.Invariant(
                $"  limits: {{ seconds: {limits.Seconds}, buildSeconds: {limits.BuildSeconds}, memoryMb: {limits.MemoryMb}, processes: {limits.Processes}, outputKb: {limits.OutputKb}, diskMb: {limits.DiskMb} }}"),
        ];
        File.WriteAllLines(Path.Combine(project.Folder, "project.yml"), yaml);
    }

    public static void WriteTests(Project project)
    {
        var yaml = project.Grading.Tests.SelectMany<GradedTest, string>(
            test => [$"  - id: {Quote(test.Id)}", $"    name: {Quote(test.Name)}", $"    case: {Quote(test.Case!)}"]);
        Directory.CreateDirectory(Path.Combine(project.Folder, "grader"));
        File.WriteAllLines(Path.Combine(project.Folder, "grader", "tests.yml"), yaml.Prepend("tests:"));
    }

    /// <summary>One test for each case of a report.</summary>
    public static IReadOnlyList<GradedTest> TestsOf(IEnumerable<string> cases, Func<string, Text> text)
    {
        var ids = new HashSet<string>();
        return
        [
            .. cases.Select(name => new GradedTest(
                Unique(Slug(Spoken(name)), ids), text(Spoken(name)), 1, null, null, [], "", new Dictionary<string, string>(), null, null, name)),
        ];
    }

    /// <summary>"clock_test.ClockTest.test_on_the_hour" is "on the hour".</summary>
    private static string Spoken(string name)
    {
        if (Identifier().Match(name) is { Success: true } identifier) name = identifier.Groups[1].Value.Replace('_', ' ').Trim();
        return name.Length > 200 ? name[..200] : name;
    }

    private static string Slug(string text)
    {
        var slug = NoSlug().Replace(text.ToLowerInvariant(), "-").Trim('-');
        return slug.Length > 50 ? slug[..50].Trim('-') : slug.Length > 0 ? slug : "test";
    }

    private static string Unique(string slug, HashSet<string> taken)
    {
        var unique = slug;
        for (var i = 2; !taken.Add(unique); i++) unique = $"{slug}-{i}";
        return unique;
    }

    private static string Name(ReportFormat format) => format switch
    {
        ReportFormat.JUnit => "junit",
        ReportFormat.PrairieLearn => "prairielearn",
        _ => format.ToString().ToLowerInvariant(),
    };

    private static string Quote(Text text) => text.Values.Count == 1
        ? Quote(text.Values.Values.First())
        : $"{{ {string.Join(", ", text.Values.Select(v => $"{v.Key}: {Quote(v.Value)}"))} }}";

    private static string Quote(IEnumerable<string> command) => $"[{string.Join(", ", command.Select(Quote))}]";

    private static string Quote(string text) => JsonSerializer.Serialize(text, Json);

    [GeneratedRegex(@"^(?:[\w.]+\.)?(?:test_)?(\w+)$")]
    private static partial Regex Identifier();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoSlug();
}
