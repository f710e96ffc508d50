using System.Text.Encodings.Web;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Academy.Curriculum.Subjects;

/// <summary>Writes a subject's HTML. Text is encoded by Markdig; only what was typeset is written as it is.</summary>
internal sealed class SubjectHtml(IStringLocalizer texts, HtmlEncoder encoder)
{
    public IHtmlContent Render(MarkdownDocument document)
    {
        using var writer = new StringWriter();
        var html = new HtmlRenderer(writer);
        SubjectPipeline.Pipeline.Setup(html);
        html.ObjectRenderers.TryRemove<HtmlMathBlockRenderer>();
        html.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new TypesetBlock(encoder));
        html.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new TypesetInline(encoder));
        html.ObjectRenderers.ReplaceOrAdd<HeadingRenderer>(new Heading());
        html.ObjectRenderers.ReplaceOrAdd<HtmlTaskListRenderer>(new Task(texts));
        html.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTable(texts));
        html.ObjectRenderers.ReplaceOrAdd<AlertBlockRenderer>(new AlertBlockRenderer { RenderKind = WriteKind });
        html.Render(document);
        return new HtmlString(writer.ToString());
    }

    private void WriteKind(HtmlRenderer html, Markdig.Helpers.StringSlice kind)
    {
        var word = kind.ToString().ToUpperInvariant() switch
        {
            "TIP" => texts["Tip"],
            "IMPORTANT" => texts["Important"],
            "WARNING" => texts["Warning"],
            "CAUTION" => texts["Danger"],
            _ => texts["Note"],
        };
        html.Write("<p class=\"markdown-alert-title\">").WriteEscape(word).WriteLine("</p>");
    }

    private sealed class TypesetBlock(HtmlEncoder encoder) : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock obj) => TypesetSubject.ResultOf(obj)?.WriteTo(renderer.Writer, encoder);
    }

    private sealed class TypesetInline(HtmlEncoder encoder) : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline obj) => TypesetSubject.ResultOf(obj)?.WriteTo(renderer.Writer, encoder);
    }

    /// <summary>A heading links to itself, so that a mentor can send the place to a learner.</summary>
    private sealed class Heading : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
        {
            var linksItself = obj.Inline?.Descendants().Any(i => i is LinkInline or AutolinkInline) != true;
            renderer.Write($"<h{obj.Level}").WriteAttributes(obj).Write('>');
            if (linksItself) renderer.Write("<a href=\"#").WriteEscapeUrl(obj.GetAttributes().Id).Write("\">");
            renderer.WriteLeafInline(obj);
            renderer.Write(linksItself ? "</a>" : "").WriteLine($"</h{obj.Level}>");
        }
    }

    private sealed class Task(IStringLocalizer texts) : HtmlObjectRenderer<TaskList>
    {
        protected override void Write(HtmlRenderer renderer, TaskList obj) => renderer
            .Write("<input type=\"checkbox\" disabled aria-label=\"").WriteEscape(obj.Checked ? texts["done"] : texts["to do"])
            .Write(obj.Checked ? "\" checked>" : "\">");
    }

    private sealed class ScrollingTable(IStringLocalizer texts) : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.Write("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"").WriteEscape(texts["Table"]).WriteLine("\">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }
}
