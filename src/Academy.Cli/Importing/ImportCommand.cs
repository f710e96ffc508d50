using System.CommandLine;
using Microsoft.Extensions.Localization;

namespace Academy.Cli.Importing;

internal static class ImportCommand
{
    public static Command Create(IStringLocalizer texts) =>
        new("import", texts["Takes over exercises that exist elsewhere."]) { Exercism(texts), Gradescope(texts) };

    private static Command Exercism(IStringLocalizer texts)
    {
        var track = new Argument<string>("track-dir") { Description = texts["A checked-out Exercism track: {0}.", string.Join(", ", ExercismLanguage.Names)] };
        var only = new Option<string>("--only") { Description = texts["Only these exercises, separated by commas."] };
        var into = Into(texts);
        var parallel = new Option<int>("--parallel") { Description = texts["Projects at one time."], DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("exercism", texts["Makes a track of projects; only what is through the gate is written."]) { track, only, into, parallel };
        command.SetAction(async (parsed, ct) =>
        {
            var errors = parsed.InvocationConfiguration.Error;
            await using var bench = new Workbench(texts);
            var import = new ImportExercism(bench, texts, parsed.InvocationConfiguration.Output, errors);
            var slugs = parsed.GetValue(only)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
            return await bench.TryAsync(errors, () => import.RunAsync(parsed.GetValue(track)!, slugs, parsed.GetValue(into)!, Math.Max(1, parsed.GetValue(parallel)), ct));
        });
        return command;
    }

    private static Command Gradescope(IStringLocalizer texts)
    {
        var folder = new Argument<string>("dir") { Description = texts["A Gradescope autograder: run_autograder, setup.sh and what they need."] };
        var solution = new Option<string>("--solution") { Description = texts["A submission that scores everything."], Required = true };
        var template = new Option<string?>("--template") { Description = texts["What learners start from."] };
        var slug = new Option<string?>("--slug") { Description = texts["The project's slug; the folder's name when it is not given."] };
        var image = new Option<string>("--image") { Description = texts["The grading image."], DefaultValueFactory = _ => "python" };
        var into = Into(texts);
        var command = new Command("gradescope", texts["Makes a project of an autograder, which runs as it is."]) { folder, solution, template, slug, image, into };
        command.SetAction(async (parsed, ct) =>
        {
            var errors = parsed.InvocationConfiguration.Error;
            await using var bench = new Workbench(texts);
            var import = new ImportGradescope(bench, texts, parsed.InvocationConfiguration.Output, errors);
            var autograder = new Autograder(
                parsed.GetValue(folder)!, parsed.GetValue(solution)!, parsed.GetValue(template), parsed.GetValue(slug), parsed.GetValue(image)!);
            return await bench.TryAsync(errors, () => import.RunAsync(autograder, parsed.GetValue(into)!, ct));
        });
        return command;
    }

    private static Option<string> Into(IStringLocalizer texts) =>
        new("--into") { Description = texts["The content folder to write to; a new one is begun where there is none."], Required = true };
}
