using Microsoft.Extensions.Localization;

namespace Academy.Repositories.Browsing;

/// <summary>Sizes as people read them.</summary>
internal static class ByteSize
{
    public static string Size(this IStringLocalizer texts, long bytes) => bytes switch
    {
        < 1_000 => texts["{0} B", bytes],
        < 1_000_000 => texts["{0} kB", (bytes / 1_000.0).ToString("0.#", System.Globalization.CultureInfo.CurrentCulture)],
        _ => texts["{0} MB", (bytes / 1_000_000.0).ToString("0.#", System.Globalization.CultureInfo.CurrentCulture)],
    };
}
