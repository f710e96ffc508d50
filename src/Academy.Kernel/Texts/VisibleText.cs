using System.Globalization;
using System.Text;

namespace Academy.Kernel.Texts;

/// <summary>
/// Texts that a stranger wrote, as they can be shown: what would turn the reading direction, hide, or steer a terminal becomes
/// a visible sign. HTML is the page's encoder's business, not ours.
/// </summary>
public static class VisibleText
{
    // Marks and overrides of the reading direction (Unicode UAX #9), and spaces without width.
    private const string Deceptive =
        "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff";

    /// <summary>A text of several lines: tabs and line ends stay.</summary>
    public static string Lines(string text) => Show(text, keep: "\t\r\n");

    /// <summary>A name or a title: one line, whatever it holds.</summary>
    public static string Line(string text) => Show(text, keep: "");

    private static string Show(string text, string keep)
    {
        if (!text.Any(c => NeedsSign(c, keep))) return text;

        var shown = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (NeedsSign(c, keep)) shown.Append(CultureInfo.InvariantCulture, $"⟨U+{(int)c:X4}⟩");
            else shown.Append(c);
        }

        return shown.ToString();
    }

    private static bool NeedsSign(char c, string keep) =>
        (char.IsControl(c) && !keep.Contains(c, StringComparison.Ordinal)) || Deceptive.Contains(c, StringComparison.Ordinal);
}
