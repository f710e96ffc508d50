using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Curriculum.Releases;

/// <summary>A release that was good once and that attempts may be pinned to. The newest activated one is current.</summary>
internal sealed class FrozenRelease
{
    private FrozenRelease()
    {
    }

    public FrozenRelease(string id, DateTimeOffset now) => (Id, CreatedAt, ActivatedAt) = (id, now, now);

    public string Id { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>An older version of the content may come back, and becomes current again.</summary>
    public DateTimeOffset ActivatedAt { get; private set; }

    public void Activate(DateTimeOffset now) => ActivatedAt = now;

    public static void Map(EntityTypeBuilder<FrozenRelease> entity)
    {
        entity.Property(r => r.Id).HasMaxLength(16);
        entity.HasIndex(r => r.ActivatedAt);
    }
}
