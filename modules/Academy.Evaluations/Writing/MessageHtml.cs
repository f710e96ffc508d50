using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Academy.Evaluations.Writing;

/// <summary>What people write to each other: simple Markdown. HTML is shown as text, pictures as links, and a link leads to a web site or nowhere.</summary>
internal static class MessageHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .DisableHeadings()
        .UseAutoLinks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseSoftlineBreakAsHardlineBreak()
        .UseReferralLinks("nofollow", "noopener")
        .Build();

    public static IHtmlContent Of(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            if (!IsWeb(link.GetDynamicUrl?.Invoke() ?? link.Url)) (link.Url, link.GetDynamicUrl) = ("", null);
        }

        // "<javascript:…>" is a link for Markdown; as text it is harmless.
        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !IsWeb(l.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        return new HtmlString(document.ToHtml(Pipeline));
    }

    private static bool IsWeb(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");
}
