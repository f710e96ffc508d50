using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Booking;

/// <summary>Five minutes that somebody has promised: the key lets nobody be in two places at once, on either side.</summary>
internal sealed class BusyTime
{
    /// <summary>Every unit of the rules is a multiple of it, so a change of the rules lets nothing overlap.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    private BusyTime()
    {
    }

    public BusyTime(Guid personId, DateTimeOffset startsAt, Guid evaluationId) =>
        (PersonId, StartsAt, EvaluationId) = (personId, startsAt, evaluationId);

    public Guid PersonId { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public Guid EvaluationId { get; private set; }

    public static IEnumerable<BusyTime> Of(Guid personId, DateTimeOffset startsAt, DateTimeOffset endsAt, Guid evaluationId)
    {
        for (var at = startsAt; at < endsAt; at += Step) yield return new BusyTime(personId, at, evaluationId);
    }

    public static void Map(EntityTypeBuilder<BusyTime> entity)
    {
        entity.HasKey(b => new { b.PersonId, b.StartsAt });
        entity.HasIndex(b => b.EvaluationId);
    }
}
