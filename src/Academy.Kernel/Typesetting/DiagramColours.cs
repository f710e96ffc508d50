using System.Drawing;
using System.Globalization;
using System.Xml.Linq;

namespace Academy.Kernel.Typesetting;

/// <summary>The colours of a drawing as classes; the style sheet knows how each looks in light and dark mode.</summary>
internal static class DiagramColours
{
    public static void Apply(XElement from, XElement to)
    {
        if (to.Name.LocalName is "svg" or "g") return;
        var isText = to.Name.LocalName == "text";
        var classes = new List<string>();
        Paint("fill", isText ? "black" : "none");
        // Text is always in the page's own colour: an author's colours can be unreadable on a dark page.
        if (!isText) Paint("stroke", "none");
        if (classes.Count > 0) to.SetAttributeValue("class", string.Join(' ', classes));

        void Paint(string property, string otherwise)
        {
            var colour = ((string?)from.Attribute(property) ?? otherwise).ToLowerInvariant();
            if (isText || IsInk(colour)) to.SetAttributeValue(property, "currentColor");
            else if (colour is "none" or "transparent" || (property == "fill" && IsPaper(colour))) to.SetAttributeValue(property, "none");
            else if (property == "fill" && colour == (string?)from.Attribute("stroke")) classes.Add($"dot-solid-{Hue(colour)}"); // an arrowhead
            else classes.Add($"dot-{property}-{Hue(colour)}");
        }
    }

    private static bool IsInk(string colour) => colour is "black" or "#000000";

    private static bool IsPaper(string colour) => colour is "white" or "#ffffff";

    private static string Hue(string name)
    {
        var colour = Parse(name);
        if (colour.GetSaturation() < 0.15f) return "grey";
        return colour.GetHue() switch
        {
            < 20 or >= 330 => "red",
            < 45 => "orange",
            < 70 => "yellow",
            < 170 => "green",
            < 260 => "blue",
            _ => "purple",
        };
    }

    private static Color Parse(string name)
    {
        if (name.Length >= 7 && name[0] == '#' && int.TryParse(name.AsSpan(1, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
            return Color.FromArgb(0xff, Color.FromArgb(rgb));
        // Graphviz also knows "lightblue3": the shade is the style sheet's business.
        return Color.FromName(name.TrimEnd('0', '1', '2', '3', '4'));
    }
}
