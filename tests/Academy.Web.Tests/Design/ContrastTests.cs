namespace Academy.Web.Tests.Design;

/// <summary>WCAG 2.2 AA, computed from the tokens of both themes: text 4.5, borders of controls and the focus ring 3.</summary>
public sealed class ContrastTests
{
    private static readonly string[] Surfaces = ["paper", "card", "sunk"];
    private static readonly string[] Tones = ["ok", "bad", "warn", "info", "accent"];
    private static readonly string[] Texts =
        ["ink", "ink-soft", "accent", "accent-strong", "code-keyword", "code-string", "code-number", "code-name", "code-type"];

    [Theory]
    [InlineData("base.css")]
    [InlineData("dark.css")]
    public void Every_pair_of_colours_can_be_read(string theme)
    {
        var colours = StyleSheet.Colours(theme);

        var unreadable = Pairs()
            .Select(p => (p.Over, p.Under, p.Least, Ratio: Ratio(colours[p.Over], colours[p.Under])))
            .Where(p => p.Ratio < p.Least)
            .Select(p => $"{p.Over} on {p.Under}: {p.Ratio:0.00}, at least {p.Least}");
        unreadable.ShouldBeEmpty();
    }

    [Fact]
    public void The_dark_theme_gives_a_colour_to_every_token_that_the_light_one_has() =>
        StyleSheet.Colours("dark.css").Keys.ShouldBe(StyleSheet.Colours("base.css").Keys, ignoreOrder: true);

    [Fact]
    public void Black_on_white_has_the_greatest_contrast() => Ratio("#000000", "#ffffff").ShouldBe(21, 0.001);

    private static IEnumerable<(string Over, string Under, double Least)> Pairs()
    {
        foreach (var surface in Surfaces)
        {
            foreach (var text in Texts.Concat(Tones)) yield return (text, surface, 4.5);
            yield return ("line-strong", surface, 3);
            yield return ("focus", surface, 3);
        }

        foreach (var tone in Tones)
        {
            foreach (var text in (string[])[tone, "ink", "ink-soft", "accent"]) yield return (text, $"{tone}-soft", 4.5);
            yield return ("focus", $"{tone}-soft", 3);
        }

        foreach (var text in Texts)
        {
            yield return (text, "ok-soft", 4.5);
            yield return (text, "bad-soft", 4.5);
        }

        foreach (var button in (string[])["accent", "accent-strong"]) yield return ("on-accent", button, 4.5);
        yield return ("card", "bad", 4.5);
        yield return ("ink", "mark", 4.5);
    }

    private static double Ratio(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        if (light < dark) (light, dark) = (dark, light);
        return (light + 0.05) / (dark + 0.05);
    }

    // https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3)
            .Select(i => Convert.ToInt32(colour.Substring(1 + (2 * i), 2), 16) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
