using Academy.Kernel.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Helping;

internal static class WaitWords
{
    /// <summary>As one says it, rounded up: "12 minutes", "3 hours", "2 days".</summary>
    public static string Said(this TimeSpan time, IStringLocalizer texts) => time switch
    {
        { TotalMinutes: < 90 } => texts.Count(Math.Max((int)Math.Ceiling(time.TotalMinutes), 1), "{0} minute", "{0} minutes"),
        { TotalHours: < 36 } => texts.Count((int)Math.Ceiling(time.TotalHours), "{0} hour", "{0} hours"),
        _ => texts.Count((int)Math.Ceiling(time.TotalDays), "{0} day", "{0} days"),
    };
}
