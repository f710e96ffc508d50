using System.Globalization;

namespace Academy.Accounts.People;

/// <summary>The languages in which people can talk about their work.</summary>
internal static class SpokenLanguages
{
    /// <summary>ISO 639-1 codes: those of the interface, of neighbours, and of many who come to France.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["fr", "en", "ar", "de", "es", "fa", "it", "nl", "pl", "ps", "pt", "ro", "ru", "so", "tr", "uk", "vi", "zh"];

    /// <summary>The interface's first, then the others.</summary>
    public static IReadOnlyList<string> Of(string language, string others) =>
        [.. others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(language).Distinct()];

    /// <summary>As its own speakers write it: "español".</summary>
    public static string NameOf(string code) => CultureInfo.GetCultureInfo(code).NativeName;
}
