using System.Net;
using System.Text;

namespace Academy.Kernel.Typesetting;

/// <summary>Lets highlighted code pass when it is made of spans with a class, and says exactly what the code says.</summary>
internal static class CodeMarkup
{
    private const string Open = "<span class=\"";
    private const string Close = "</span>";

    /// <returns>The same HTML, or null.</returns>
    public static string? Check(string html, string code)
    {
        var text = new StringBuilder(code.Length);
        var open = 0;
        for (var i = 0; i < html.Length;)
        {
            if (html[i] != '<')
            {
                var next = html.IndexOf('<', i);
                if (next < 0) next = html.Length;
                text.Append(html, i, next - i);
                i = next;
            }
            else if (string.CompareOrdinal(html, i, Close, 0, Close.Length) == 0)
            {
                if (--open < 0) return null;
                i += Close.Length;
            }
            else if (SpanEnd(html, i) is { } end)
            {
                open++;
                i = end;
            }
            else
            {
                return null;
            }
        }

        return open == 0 && WebUtility.HtmlDecode(text.ToString()) == code ? html : null;
    }

    /// <returns>Where a span's opening tag ends; null when this is not one, or has more than a plain class.</returns>
    private static int? SpanEnd(string html, int start)
    {
        if (string.CompareOrdinal(html, start, Open, 0, Open.Length) != 0) return null;
        var i = start + Open.Length;
        while (i < html.Length && (char.IsAsciiLetterOrDigit(html[i]) || html[i] is '-' or '_' or ' ')) i++;
        return string.CompareOrdinal(html, i, "\">", 0, 2) == 0 ? i + 2 : null;
    }
}
