using System.CommandLine;
using Academy.Cli.Checking;
using Academy.Cli.Grading;
using Academy.Cli.Importing;
using Academy.Cli.Scaffolding;
using Microsoft.Extensions.Localization;

namespace Academy.Cli;

/// <summary>All commands.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, IStringLocalizer texts, InvocationConfiguration terminal)
    {
        var root = new RootCommand(texts["The tools of trainers, on their own machine."])
        {
            CheckCommand.Create(texts),
            GradeCommand.Create(texts),
            NewCommand.Create(texts),
            ImportCommand.Create(texts),
        };
        var parsed = root.Parse(args);
        var exitCode = await parsed.InvokeAsync(terminal);
        return parsed.Errors.Count > 0 ? ExitCodes.CannotTell : exitCode;
    }
}
