using System.Globalization;
using System.Security.Claims;

namespace Academy.Kernel.Texts;

/// <summary>Times in the reader's own time zone and language.</summary>
public static class LocalTime
{
    /// <summary>Claim with the IANA time zone that the person chose.</summary>
    public const string ZoneClaim = "zoneinfo";

    /// <summary>Time zone of people who did not choose one.</summary>
    public const string DefaultZone = "Europe/Paris";

    private static readonly AsyncLocal<Func<ClaimsPrincipal>?> Reader = new();

    /// <summary>Who reads the answer to the current request: known once somebody is authenticated, and asked when it matters.</summary>
    public static void Answering(Func<ClaimsPrincipal> reader) => Reader.Value = reader;

    /// <summary>The instant in the time zone of whoever reads the answer.</summary>
    public static DateTimeOffset ForReader(this DateTimeOffset instant) => instant.In(Reader.Value?.Invoke().Zone() ?? DefaultZone);

    /// <summary>The instant in the person's time zone.</summary>
    public static DateTimeOffset For(this DateTimeOffset instant, ClaimsPrincipal reader) => instant.In(reader.Zone());

    /// <summary>The instant in a time zone, given by its IANA identifier.</summary>
    public static DateTimeOffset In(this DateTimeOffset instant, string zone) => TimeZoneInfo.ConvertTime(
        instant, TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc);

    /// <summary>The person's time zone, an IANA identifier.</summary>
    public static string Zone(this ClaimsPrincipal reader) => reader.FindFirstValue(ZoneClaim) ?? DefaultZone;

    /// <summary>Date and time as people write them: "22 novembre 2026, 14:05".</summary>
    public static string Written(this DateTimeOffset local) =>
        local.ToString(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "fr" ? "d MMMM yyyy, HH:mm" : "MMMM d, yyyy, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>The day as people write it: "22 novembre 2026".</summary>
    public static string Day(this DateTimeOffset local) =>
        local.ToString(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "fr" ? "d MMMM yyyy" : "MMMM d, yyyy", CultureInfo.CurrentCulture);

    /// <summary>When the day begins in the time zone with this IANA identifier.</summary>
    public static DateTimeOffset StartIn(this DateOnly day, string zone)
    {
        var found = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Where the clock is put forward at midnight, the day begins an hour later.
        while (found.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(30);
        return new DateTimeOffset(midnight, found.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
