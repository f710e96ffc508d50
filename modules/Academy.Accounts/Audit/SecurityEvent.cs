using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Accounts.Audit;

/// <summary>Something that happened to the safety of an account. Written once, never changed.</summary>
internal sealed class SecurityEvent
{
    public const int LongestDetail = 200;

    private SecurityEvent()
    {
    }

    public SecurityEvent(SecurityEventKind kind, Guid? userId, Guid? actorId, string detail, string? address, DateTimeOffset now)
    {
        (Id, At, Kind) = (Guid.CreateVersion7(now), now, kind);
        (UserId, ActorId, Address) = (userId, actorId, address);
        Detail = detail.Length <= LongestDetail ? detail : detail[..LongestDetail];
    }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    public SecurityEventKind Kind { get; private set; }

    /// <summary>Whose account; null when there is none yet.</summary>
    public Guid? UserId { get; private set; }

    /// <summary>Who did it, when it was not the person themselves.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>A device, the name of a token, the new roles: what tells this event from others of its kind.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Network address of the request.</summary>
    public string? Address { get; private set; }

    public static void Map(EntityTypeBuilder<SecurityEvent> entity)
    {
        entity.Property(e => e.Kind).HasConversion<string>().HasMaxLength(40);
        entity.Property(e => e.Detail).HasMaxLength(LongestDetail);
        entity.Property(e => e.Address).HasMaxLength(45);
        entity.HasIndex(e => e.At);
        entity.HasIndex(e => new { e.UserId, e.At });
    }
}
