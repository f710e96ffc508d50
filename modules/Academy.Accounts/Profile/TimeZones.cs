namespace Academy.Accounts.Profile;

/// <summary>The time zones to choose from: those of France first, then all of them.</summary>
internal static class TimeZones
{
    /// <summary>Metropolitan France, its overseas departments and territories.</summary>
    public static IReadOnlyList<string> Common { get; } =
    [
        "Europe/Paris", "America/Guadeloupe", "America/Martinique", "America/Cayenne", "America/Miquelon", "Indian/Reunion",
        "Indian/Mayotte", "Pacific/Noumea", "Pacific/Tahiti", "Pacific/Marquesas", "Pacific/Gambier", "Pacific/Wallis",
    ];

    /// <summary>Every zone with a place's name.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/') && !id.StartsWith("Etc/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static bool IsKnown(string id) => All.Contains(id) || Common.Contains(id);
}
