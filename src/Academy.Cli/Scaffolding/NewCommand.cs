using System.CommandLine;
using Microsoft.Extensions.Localization;

namespace Academy.Cli.Scaffolding;

internal static class NewCommand
{
    public static Command Create(IStringLocalizer texts)
    {
        var slug = new Argument<string>("slug") { Description = texts["The project's slug: lower-case letters, digits and hyphens."] };
        var mode = new Option<string>("--mode") { Description = texts["Who compares, and where (docs/grading.md)."], DefaultValueFactory = _ => "io" };
        mode.AcceptOnlyFromAmong("io", "unit", "judge");
        var content = new Option<string>("--content") { Description = texts["The content folder."], DefaultValueFactory = _ => "content" };
        var project = new Command("project", texts["Writes a small project that is through the gate, to be changed step by step."]) { slug, mode, content };
        project.SetAction(parsed => new NewProject(texts, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error)
            .Run(parsed.GetValue(content)!, parsed.GetValue(slug)!, parsed.GetValue(mode)!));
        return new Command("new", texts["Begins something new."]) { project };
    }
}
