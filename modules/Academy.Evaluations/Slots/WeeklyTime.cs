using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Slots;

/// <summary>A time that opens again each week, by the evaluator's own clock: 18:00 stays 18:00 when summer time ends.</summary>
internal sealed class WeeklyTime
{
    private WeeklyTime()
    {
    }

    public WeeklyTime(Guid evaluatorId, DayOfWeek day, TimeOnly from, TimeOnly to, string zone, DateOnly until, DateOnly openedUntil, DateTimeOffset now) =>
        (Id, EvaluatorId, Day, From, To, Zone, Until, OpenedUntil) =
            (Guid.CreateVersion7(now), evaluatorId, day, from, to, zone, until, openedUntil);

    public Guid Id { get; private set; }

    public Guid EvaluatorId { get; private set; }

    public DayOfWeek Day { get; private set; }

    public TimeOnly From { get; private set; }

    /// <summary>Midnight stands for the end of the day.</summary>
    public TimeOnly To { get; private set; }

    /// <summary>IANA identifier of the zone in which it was said.</summary>
    public string Zone { get; private set; } = "";

    /// <summary>The last day.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>Days until here were opened already: a time that was closed by hand stays closed.</summary>
    public DateOnly OpenedUntil { get; private set; }

    public void Opened(DateOnly until) => OpenedUntil = until;

    public static void Map(EntityTypeBuilder<WeeklyTime> entity)
    {
        entity.Property(t => t.Zone).HasMaxLength(60);
        entity.HasIndex(t => t.EvaluatorId);
    }
}
