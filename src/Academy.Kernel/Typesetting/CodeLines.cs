using System.Text;
using Microsoft.AspNetCore.Html;

namespace Academy.Kernel.Typesetting;

/// <summary>Cuts highlighted code into lines that can stand alone: a span that goes over a line's end is closed there, and opened again.</summary>
internal static class CodeLines
{
    /// <param name="html">As <see cref="CodeMarkup.Check"/> lets it pass, or encoded text.</param>
    public static IReadOnlyList<IHtmlContent> Split(string html)
    {
        var lines = new List<IHtmlContent>();
        var open = new Stack<string>();
        var line = new StringBuilder();
        for (var i = 0; i < html.Length; i++)
        {
            if (html[i] == '\n')
            {
                End();
                foreach (var tag in open.Reverse()) line.Append(tag);
            }
            else if (html[i] == '<')
            {
                var end = html.IndexOf('>', i);
                var tag = html[i..(end + 1)];
                line.Append(tag);
                if (tag[1] == '/') open.Pop();
                else open.Push(tag);
                i = end;
            }
            else
            {
                line.Append(html[i]);
            }
        }

        End();
        return lines;

        void End()
        {
            for (var n = 0; n < open.Count; n++) line.Append("</span>");
            lines.Add(new HtmlString(line.ToString()));
            line.Clear();
        }
    }
}
