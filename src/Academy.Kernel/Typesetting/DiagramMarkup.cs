using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Academy.Kernel.Typesetting;

/// <summary>
/// Lets the shapes and texts of a Graphviz drawing pass. Links become groups, titles go (a screen reader is told the label),
/// and colours become currentColor or a class such as "dot-fill-blue", so that the page's light and dark modes decide.
/// </summary>
internal static partial class DiagramMarkup
{
    private static readonly HashSet<string> Elements = ["svg", "g", "path", "polygon", "polyline", "ellipse", "text"];

    private static readonly HashSet<string> Numbers =
        ["viewBox", "points", "d", "x", "y", "cx", "cy", "rx", "ry", "transform", "stroke-width", "stroke-dasharray", "font-size"];

    private static readonly HashSet<string> Words = ["text-anchor", "font-weight", "font-style"];

    public static string? Filter(string markup)
    {
        if (XmlMarkup.Parse(markup) is not { Name.LocalName: "svg" } svg) return null;
        foreach (var title in svg.Descendants().Where(e => e.Name.LocalName == "title").ToList()) title.Remove();
        foreach (var link in svg.Descendants().Where(e => e.Name.LocalName == "a").ToList()) link.Name = "g";

        var copy = XmlMarkup.Copy(svg, Elements, Attribute);
        if (copy is null) return null;
        foreach (var (from, to) in svg.DescendantsAndSelf().Zip(copy.DescendantsAndSelf()).Skip(1)) DiagramColours.Apply(from, to);
        return copy.ToString(SaveOptions.DisableFormatting);
    }

    private static string? Attribute(XElement element, string name, string value)
    {
        if (name is "width" or "height") return element.Name.LocalName == "svg" ? Pixels(value) : null;
        return Numbers.Contains(name) && NumbersPattern().IsMatch(value) || Words.Contains(name) && WordPattern().IsMatch(value) ? value : null;
    }

    /// <summary>Graphviz counts in points; as many pixels make its 14 point text as large as the text around it.</summary>
    private static string? Pixels(string value) =>
        value.EndsWith("pt", StringComparison.Ordinal) && NumbersPattern().IsMatch(value[..^2]) ? value[..^2] : null;

    [GeneratedRegex(@"^[A-Za-z0-9.,() +-]{1,200000}$")]
    private static partial Regex NumbersPattern();

    [GeneratedRegex("^[a-z]{1,20}$")]
    private static partial Regex WordPattern();
}
