using System.Globalization;

namespace Academy.Kernel.Texts;

/// <summary>Writes something for somebody who is not the reader of the current request.</summary>
public static class InLanguage
{
    /// <param name="language">ISO 639-1.</param>
    /// <param name="write">Runs with texts, dates and numbers in that language. Must not await.</param>
    public static T Write<T>(string language, Func<T> write)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}
