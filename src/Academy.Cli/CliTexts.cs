using System.Globalization;
using Academy.Curriculum;
using Academy.Grading;
using Academy.Kernel.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;

namespace Academy.Cli;

internal static class CliTexts
{
    /// <summary>Speaks the terminal's language if it is English, or else French, and sets it for everything that follows.</summary>
    public static IStringLocalizer InTheReadersLanguage()
    {
        string?[] wishes = [Environment.GetEnvironmentVariable("LC_ALL"), Environment.GetEnvironmentVariable("LC_MESSAGES"), Environment.GetEnvironmentVariable("LANG")];
        var wish = wishes.FirstOrDefault(w => !string.IsNullOrEmpty(w)) ?? "";
        return In(wish.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "fr");
    }

    public static IStringLocalizer In(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture;
        return new AcademyLocalizer(
            [.. new[] { typeof(AcademyLocalizer), typeof(CurriculumModule), typeof(GradingModule), typeof(CliTexts) }.Select(t => new TextSource(t.Assembly))],
            NullLogger<AcademyLocalizer>.Instance);
    }
}
