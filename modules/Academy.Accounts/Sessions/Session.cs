using Academy.Accounts.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Accounts.Sessions;

/// <summary>A browser in which somebody is signed in. The cookie names it; without the row the cookie is worth nothing.</summary>
internal sealed class Session
{
    /// <summary>Without a visit for so long, a session ends.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private Session()
    {
    }

    public Session(Guid userId, string device, DateTimeOffset now)
    {
        (Id, UserId, Device) = (Guid.CreateVersion7(now), userId, device);
        (StartedAt, LastSeenAt) = (now, now);
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>As the person would recognise it: "Firefox, Windows".</summary>
    public string Device { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>To the nearest few minutes.</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    public static void Map(EntityTypeBuilder<Session> entity)
    {
        entity.Property(s => s.Device).HasMaxLength(80);
        entity.HasIndex(s => s.UserId);
        entity.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
    }
}
