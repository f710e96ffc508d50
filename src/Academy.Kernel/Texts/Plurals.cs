using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Academy.Kernel.Texts;

/// <summary>Counted things: "1 project", "2 projects". In French 0 is singular, in English it is not.</summary>
public static class Plurals
{
    /// <summary>Both keys have <c>{0}</c> for the number.</summary>
    public static string Count(this IStringLocalizer texts, int number, string one, string many)
    {
        var singular = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? Math.Abs(number) < 2 : number == 1;
        return texts[singular ? one : many, number];
    }
}
