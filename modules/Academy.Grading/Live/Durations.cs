using Academy.Kernel.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Grading.Live;

internal static class Durations
{
    /// <summary>As one says it, rounded up: "8 seconds", "3 minutes". Nobody waits less than a second.</summary>
    public static string Said(this TimeSpan time, IStringLocalizer texts)
    {
        var seconds = Math.Max((int)Math.Ceiling(time.TotalSeconds), 1);
        return seconds < 90
            ? texts.Count(seconds, "{0} second", "{0} seconds")
            : texts.Count((int)Math.Ceiling(time.TotalMinutes), "{0} minute", "{0} minutes");
    }
}
