using System.Globalization;
using System.Text;

namespace Academy.Kernel.Texts;

/// <summary>Names are typed with their accents and without.</summary>
public static class Accents
{
    /// <summary>"Hélène" becomes "Helene"; letters that only look alike stay what they are.</summary>
    public static string Without(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
