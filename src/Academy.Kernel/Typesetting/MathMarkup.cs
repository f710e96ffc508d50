using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Academy.Kernel.Typesetting;

/// <summary>Lets the elements and attributes of MathML pass that draw something, and nothing else.</summary>
internal static partial class MathMarkup
{
    private static readonly HashSet<string> Elements =
    [
        "math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot", "mstyle", "mpadded", "mphantom",
        "menclose", "merror", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "none",
        "mtable", "mtr", "mtd",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "display", "displaystyle", "scriptlevel", "mathvariant", "accent", "accentunder", "fence", "form", "largeop", "lspace",
        "rspace", "maxsize", "minsize", "movablelimits", "separator", "stretchy", "symmetric", "linethickness", "width", "height",
        "depth", "voffset", "notation", "columnspan", "rowspan", "columnalign", "class",
    ];

    public static string? Filter(string markup)
    {
        if (XmlMarkup.Parse(markup) is not { Name.LocalName: "math" } math) return null;
        return XmlMarkup.Copy(math, Elements, Attribute)?.ToString(SaveOptions.DisableFormatting);
    }

    private static string? Attribute(XElement element, string name, string value) =>
        Attributes.Contains(name) && ValuePattern().IsMatch(value) ? value : null;

    [GeneratedRegex(@"^[a-zA-Z0-9.% _-]{0,100}$")]
    private static partial Regex ValuePattern();
}
