using System.Text.RegularExpressions;

namespace Academy.Kernel.Texts;

/// <summary>
/// French has a space before <c>: ; ? ! » %</c> and after <c>«</c>, and no line may break there. Translators type a plain space.
/// </summary>
public static partial class FrenchSpaces
{
    /// <summary>The same text with spaces that hold.</summary>
    public static string Keep(string text) => Before().Replace(text, "\u00a0").Replace("« ", "«\u00a0", StringComparison.Ordinal);

    /// <summary>The same, and what stands between backticks is code: it stays as it is typed.</summary>
    public static string KeepAroundCode(string text) => string.Join('`', text.Split('`').Select((part, i) => i % 2 == 0 ? Keep(part) : part));

    [GeneratedRegex(" (?=[:;?!»%€])")]
    private static partial Regex Before();
}
