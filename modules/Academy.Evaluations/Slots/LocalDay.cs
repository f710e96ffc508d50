namespace Academy.Evaluations.Slots;

/// <summary>A person's own clock: what hour it is there, also on the two nights a year when an hour is missing or comes twice.</summary>
internal static class LocalDay
{
    public static TimeZoneInfo Zone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    public static DateOnly DayOf(this TimeZoneInfo zone, DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>
    /// The moment at which clocks there show this time. An hour that is left out in spring stands for the one after it; of an
    /// hour that comes twice in autumn, the first is meant.
    /// </summary>
    public static DateTimeOffset Moment(this TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>Whether clocks there show this time on that day at all.</summary>
    public static bool Has(this TimeZoneInfo zone, DateOnly day, TimeOnly time) => !zone.IsInvalidTime(day.ToDateTime(time));

    /// <summary>Monday of the week.</summary>
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
