using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Academy.Curriculum.Subjects;

/// <summary>The Markdown that subjects are written in. HTML is shown as text.</summary>
internal static class SubjectPipeline
{
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables(new PipeTableOptions { RequireHeaderSeparator = true })
        .UseTaskLists()
        .UseMathematics()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseAlertBlocks()
        .UseAutoIdentifiers(AutoIdentifierOptions.AllowOnlyAscii)
        .UseAutoLinks()
        .UsePreciseSourceLocation()
        .Build();

    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);
}
