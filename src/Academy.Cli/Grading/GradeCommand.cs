using System.CommandLine;
using Academy.Cli.Content;
using Academy.Sandbox;
using Microsoft.Extensions.Localization;

namespace Academy.Cli.Grading;

internal static class GradeCommand
{
    public static Command Create(IStringLocalizer texts)
    {
        var project = new Argument<string>("project") { Description = texts["The project's slug."] };
        var folder = new Argument<string>("dir") { Description = texts["The folder to grade, as a learner would push it."] };
        var content = new Option<string>("--content") { Description = texts["The content folder."], DefaultValueFactory = _ => "content" };
        var json = new Option<bool>("--json") { Description = texts["Write JSON for programs."] };
        var asLearner = new Option<bool>("--as-learner") { Description = texts["Show only what a learner would see."] };
        var command = new Command("grade", texts["Grades a folder in the same sandbox as the site. Ends with 0: passed, 1: not passed, 2: cannot tell."])
        {
            project, folder, content, json, asLearner,
        };
        command.SetAction(async (parsed, ct) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            await using var bench = new Workbench(texts);
            var grade = new GradeFolder(bench, texts, output, errors) { IsJson = parsed.GetValue(json), IsForLearner = parsed.GetValue(asLearner) };
            return await bench.TryAsync(errors, () => grade.RunAsync(parsed.GetValue(content)!, parsed.GetValue(project)!, parsed.GetValue(folder)!, ct));
        });
        return command;
    }
}
