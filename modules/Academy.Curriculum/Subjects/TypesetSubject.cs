using Academy.Kernel.Typesetting;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Academy.Curriculum.Subjects;

/// <summary>Has the code, formulas and diagrams of a subject typeset, and leaves the result with each of them.</summary>
internal sealed class TypesetSubject(Typesetter typesetter, IStringLocalizer texts)
{
    private static readonly object Result = new();

    /// <summary>What <see cref="RunAsync"/> left with this part of a document.</summary>
    public static IHtmlContent? ResultOf(MarkdownObject part) => part.GetData(Result) as IHtmlContent;

    public async Task RunAsync(MarkdownDocument document, CancellationToken ct)
    {
        foreach (var block in document.Descendants<CodeBlock>()) block.SetData(Result, await TypesetAsync(block, ct));
        foreach (var formula in document.Descendants<MathInline>())
            formula.SetData(Result, await typesetter.MathAsync(formula.Content.ToString(), display: false, ct));
    }

    private async Task<IHtmlContent> TypesetAsync(CodeBlock block, CancellationToken ct)
    {
        var text = block.Lines.ToString();
        if (block is MathBlock) return await typesetter.MathAsync(text, display: true, ct);

        var language = (block as FencedCodeBlock)?.Info;
        if (language == "dot" && await DrawAsync(text, ct) is { } drawing) return drawing;
        return Pre(await typesetter.HighlightAsync(text, language, ct));
    }

    private async Task<IHtmlContent?> DrawAsync(string dot, CancellationToken ct)
    {
        if (await typesetter.DiagramAsync(dot, texts["A drawing; it is described below"].Value, ct) is not { } svg) return null;
        return new HtmlContentBuilder()
            .AppendHtml("<figure class=\"diagram\">").AppendHtml(svg)
            .AppendHtml("<figcaption><details class=\"disclosure\"><summary>").Append(texts["The drawing as text"].Value)
            .AppendHtml("</summary>").AppendHtml(Pre(await typesetter.HighlightAsync(dot, "dot", ct)))
            .AppendHtml("</details></figcaption></figure>\n");
    }

    // A long line scrolls in its own box, which the keyboard has to reach.
    private static IHtmlContent Pre(IHtmlContent code) => new HtmlContentBuilder()
        .AppendHtml("<pre tabindex=\"0\"><code class=\"hljs\">").AppendHtml(code).AppendHtml("</code></pre>\n");
}
