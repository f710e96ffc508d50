using Academy.Contracts;
using Microsoft.AspNetCore.Html;

namespace Academy.Evaluations.Writing;

/// <summary>A short text of an author, in which what stands between backticks is code.</summary>
internal static class InlineCode
{
    public static IHtmlContent Of(Text text)
    {
        var html = new HtmlContentBuilder();
        var parts = text.ToString().Split('`');
        for (var i = 0; i < parts.Length; i++)
        {
            // A backtick that nothing closes is a backtick.
            if (i % 2 == 0) html.Append(parts[i]);
            else if (i == parts.Length - 1) html.Append($"`{parts[i]}");
            else html.AppendHtml("<code>").Append(parts[i]).AppendHtml("</code>");
        }

        return html;
    }
}
