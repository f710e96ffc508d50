using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Progress.Levels;

/// <summary>A learner's XP and the highest level reached so far, which is never taken back.</summary>
internal sealed class LearnerLevel : IVersioned
{
    private LearnerLevel()
    {
    }

    public LearnerLevel(Guid learnerId) => Id = learnerId;

    /// <summary>The learner.</summary>
    public Guid Id { get; private set; }

    public int Xp { get; private set; }

    public int Level { get; private set; }

    public long Version { get; set; }

    /// <summary>Adds XP and returns the levels newly reached, lowest first.</summary>
    public IReadOnlyList<int> Earn(int xp, IReadOnlyList<int> levels)
    {
        Xp += xp;
        var before = Level;
        Level = Math.Max(Level, LevelCurve.LevelAt(Xp, levels));
        return [.. Enumerable.Range(before + 1, Level - before)];
    }

    public static void Map(EntityTypeBuilder<LearnerLevel> entity) => entity.Property(l => l.Id).ValueGeneratedNever();
}
