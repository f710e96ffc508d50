using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Progress.Pace;

/// <summary>A pause that a learner took; nobody asks why.</summary>
internal sealed class Freeze : IVersioned
{
    private Freeze()
    {
    }

    public Freeze(Guid learnerId, DateTimeOffset from, DateTimeOffset? until) =>
        (Id, LearnerId, From, Until) = (Guid.CreateVersion7(from), learnerId, from, until);

    public Guid Id { get; private set; }

    public Guid LearnerId { get; private set; }

    public DateTimeOffset From { get; private set; }

    /// <summary>Its end; null: open.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Its end was noticed: the learner was greeted, or lifted it.</summary>
    public bool IsSettled { get; private set; }

    public long Version { get; set; }

    public FrozenTime Time => new(From, Until);

    public void ChangeEnd(DateTimeOffset? until) => Until = until;

    public void Lift(DateTimeOffset now) => (Until, IsSettled) = (now, true);

    public void Settle() => IsSettled = true;

    public static void Map(EntityTypeBuilder<Freeze> entity)
    {
        entity.Ignore(f => f.Time);
        entity.HasIndex(f => new { f.LearnerId, f.From });
        // One pause at a time.
        entity.HasIndex(f => f.LearnerId).IsUnique().HasFilter("NOT \"IsSettled\"").HasDatabaseName("IX_Progress_Freeze_Open");
    }
}
