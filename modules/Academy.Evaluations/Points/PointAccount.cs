using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Points;

/// <summary>Where points are. Points only move from one account to another, so their sum is always 0.</summary>
internal sealed class PointAccount : IVersioned
{
    /// <summary>Where new points come from: the only account below 0, and the only one whose balance is not kept, so that nobody waits for its row.</summary>
    public const string Issue = "issue";

    /// <summary>What belongs to everybody: filled by what is above the cap, emptied by the weekly gift.</summary>
    public const string Pool = "pool";

    private PointAccount()
    {
    }

    public PointAccount(string name) => Name = name;

    public string Name { get; private set; } = "";

    /// <summary>Never below 0.</summary>
    public int Balance { get; private set; }

    public long Version { get; set; }

    /// <summary>A learner's own points.</summary>
    public static string Of(Guid learnerId) => $"learner/{learnerId}";

    /// <summary>What was paid for a work and not earned by anybody yet.</summary>
    public static string OfWork(Guid attemptId) => $"work/{attemptId}";

    public static bool IsLearner(string name) => name.StartsWith("learner/", StringComparison.Ordinal);

    /// <summary>Whose account it is; only for those of learners.</summary>
    public static Guid LearnerOf(string name) => Guid.Parse(name.AsSpan(name.IndexOf('/') + 1));

    public void Change(int by)
    {
        if (Balance + by < 0) throw new InvalidOperationException($"{Name} would fall below 0.");
        Balance += by;
    }

    public static void Map(EntityTypeBuilder<PointAccount> entity)
    {
        entity.HasKey(a => a.Name);
        entity.Property(a => a.Name).HasMaxLength(60);
    }
}
