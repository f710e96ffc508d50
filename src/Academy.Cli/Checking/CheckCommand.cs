using System.CommandLine;
using Academy.Cli.Content;
using Microsoft.Extensions.Localization;

namespace Academy.Cli.Checking;

internal static class CheckCommand
{
    public static Command Create(IStringLocalizer texts)
    {
        var folder = new Argument<string>("content-dir") { Description = texts["The content folder."], DefaultValueFactory = _ => "content" };
        var projects = new Option<string[]>("--project") { Description = texts["Only this project; may be given several times."] };
        var parallel = new Option<int>("--parallel") { Description = texts["Projects at one time."], DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("check", texts["The gate: reads the content as the site does, and grades solutions, templates and mutants in the sandbox."])
        {
            folder, projects, parallel,
        };
        command.SetAction(async (parsed, ct) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (OpenedContent.Open(parsed.GetValue(folder)!, texts, errors) is not { } content) return ExitCodes.CannotTell;

            await using var bench = new Workbench(texts);
            var check = new CheckContent(bench, content, texts, output);
            return await bench.TryAsync(errors, () => check.RunAsync(parsed.GetValue(projects) ?? [], Math.Max(1, parsed.GetValue(parallel)), ct));
        });
        return command;
    }
}
