using Academy.Kernel.Data;
using Academy.Repositories.Elsewhere;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Repositories.Hosting;

/// <summary>The repository of an attempt.</summary>
internal sealed class Repository : IVersioned
{
    private Repository()
    {
    }

    public Repository(Guid attemptId, Guid ownerId, string name, string head, DateTimeOffset now) =>
        (AttemptId, OwnerId, Owner, Name, Head, CreatedAt) = (attemptId, ownerId, OwnerName.Of(ownerId), name, head, now);

    public Guid AttemptId { get; private set; }

    public Guid OwnerId { get; private set; }

    /// <summary>Stands for the owner in the address; says nothing about the person.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>Last part of the address; the folder that a clone makes.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The commit of the graded branch that was last told to the other modules; at first the template's.</summary>
    public string Head { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When <see cref="Head"/> arrived; null before the first push.</summary>
    public DateTimeOffset? PushedAt { get; private set; }

    /// <summary>Where the learner works, when that is not here.</summary>
    public string? ElsewhereUrl { get; private set; }

    public long Version { get; set; }

    public string Path => $"/git/{Owner}/{Name}.git";

    /// <summary>The graded branch stands at this commit now; false when that was known.</summary>
    public bool MoveTo(string head, DateTimeOffset now)
    {
        if (Head == head) return false;

        (Head, PushedAt) = (head, now);
        return true;
    }

    public void Link(string? url) => ElsewhereUrl = url;

    public static void Map(EntityTypeBuilder<Repository> entity)
    {
        entity.HasKey(r => r.AttemptId);
        entity.Property(r => r.AttemptId).ValueGeneratedNever();
        entity.Property(r => r.Owner).HasMaxLength(8);
        entity.Property(r => r.Name).HasMaxLength(70);
        entity.Property(r => r.Head).HasMaxLength(64);
        entity.Property(r => r.ElsewhereUrl).HasMaxLength(ElsewhereAddress.MaxLength);
        entity.HasIndex(r => new { r.Owner, r.Name }).IsUnique();
    }
}
