using System.IO.Compression;
using System.Text.RegularExpressions;
using Academy.Testing;

namespace Academy.Web.Tests.Design;

/// <summary>The rules of docs/design-system.md that can be read from the files.</summary>
public sealed partial class RuleTests
{
    private static readonly string[] Pages =
    [
        .. new[] { "src", "modules" }.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(TestPaths.Root, folder), "*.cshtml", SearchOption.AllDirectories)),
    ];

    [Fact]
    public void Every_icon_that_a_page_names_is_drawn()
    {
        var drawn = SymbolId().Matches(File.ReadAllText(Path.Combine(StyleSheet.Root, "img", "icons.svg"))).Select(m => m.Groups[1].Value);

        var named = Pages.SelectMany(page => IconName().Matches(File.ReadAllText(page)).Select(m => m.Groups[1].Value))
            .Concat(Modules.All().SelectMany(m => m.Menu).Select(entry => entry.Icon));
        named.Distinct().ShouldBeSubsetOf(drawn);
    }

    [Fact]
    public void Every_token_that_is_used_is_defined()
    {
        var defined = Definition().Matches(StyleSheet.All).Select(m => m.Groups[1].Value).ToHashSet();

        Use().Matches(StyleSheet.All).Select(m => m.Groups[1].Value).Distinct().ShouldBeSubsetOf(defined);
    }

    [Fact]
    public void Style_sheets_stay_with_what_old_browsers_know()
    {
        // Nesting, and colour functions younger than Chrome 109 and Firefox 115.
        NewSyntax().Matches(StyleSheet.All).Select(m => m.Value).ShouldBeEmpty();
    }

    [Fact]
    public void Pages_carry_no_inline_style_or_script()
    {
        // The Content-Security-Policy would drop them in silence.
        var inline = Pages.Where(page => Inline().IsMatch(File.ReadAllText(page))).Select(page => Path.GetRelativePath(TestPaths.Root, page));
        inline.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("css", 14_000)]
    [InlineData("js", 6_000)]
    public void Style_and_script_are_light(string folder, int bytes) =>
        Directory.EnumerateFiles(Path.Combine(StyleSheet.Root, folder)).Sum(CompressedSize).ShouldBeLessThan(bytes);

    private static int CompressedSize(string file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(File.ReadAllBytes(file));
        return (int)compressed.Length;
    }

    [GeneratedRegex("""<symbol id="([^"]+)""")]
    private static partial Regex SymbolId();

    [GeneratedRegex("""<icon name="([a-z-]+)""")]
    private static partial Regex IconName();

    [GeneratedRegex(@"(--[a-z0-9-]+)\s*:")]
    private static partial Regex Definition();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)")]
    private static partial Regex Use();

    [GeneratedRegex(@"light-dark\(|color-mix\(|oklch\(|@scope|@starting-style|^\s*&", RegexOptions.Multiline)]
    private static partial Regex NewSyntax();

    [GeneratedRegex("""<script(?![^>]*\ssrc=)|<style|\sstyle="|\son[a-z]+=""")]
    private static partial Regex Inline();
}
