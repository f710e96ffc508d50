using System.Text.RegularExpressions;
using Academy.Testing;

namespace Academy.Web.Tests.Design;

/// <summary>One of the style sheets, as text, and the colours that it gives to the tokens.</summary>
internal static partial class StyleSheet
{
    public static string Root { get; } = Path.Combine(TestPaths.Root, "src", "Academy.Web", "wwwroot");

    public static string Read(string name) => Comment().Replace(File.ReadAllText(Path.Combine(Root, "css", name)), "");

    public static string All => string.Concat(Directory.EnumerateFiles(Path.Combine(Root, "css"), "*.css").Select(f => Read(Path.GetFileName(f))));

    /// <summary>The colours of a theme: those of the screen, not those of paper.</summary>
    public static Dictionary<string, string> Colours(string name) =>
        Colour().Matches(Read(name).Split("@media print")[0]).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("--([a-z-]+):\\s*(#[0-9a-f]{6})")]
    private static partial Regex Colour();
}
