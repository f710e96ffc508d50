using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Calendar;

/// <summary>The secret address under which a calendar program reads somebody's appointments. Only its hash is kept.</summary>
internal sealed class CalendarFeed
{
    private CalendarFeed()
    {
    }

    public CalendarFeed(Guid personId, string hash, DateTimeOffset now) => (PersonId, Hash, MadeAt) = (personId, hash, now);

    public Guid PersonId { get; private set; }

    /// <summary>SHA-256 of the secret, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>From now on the old address leads nowhere.</summary>
    public void Renew(string hash, DateTimeOffset now) => (Hash, MadeAt) = (hash, now);

    public static void Map(EntityTypeBuilder<CalendarFeed> entity)
    {
        entity.HasKey(f => f.PersonId);
        entity.Property(f => f.PersonId).ValueGeneratedNever();
        entity.Property(f => f.Hash).HasMaxLength(64);
        entity.HasIndex(f => f.Hash).IsUnique();
    }
}
