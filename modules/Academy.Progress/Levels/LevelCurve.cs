using Academy.Contracts.Progress;

namespace Academy.Progress.Levels;

/// <summary>Reads <c>rules.levels</c> of the content: the XP at which level 0, 1, 2 … begins.</summary>
internal static class LevelCurve
{
    public static int LevelAt(int xp, IReadOnlyList<int> levels)
    {
        var level = 0;
        while (level + 1 < levels.Count && levels[level + 1] <= xp) level++;
        return level;
    }

    public static LevelInfo Describe(int xp, int level, IReadOnlyList<int> levels)
    {
        level = Math.Min(level, levels.Count - 1);
        int? next = level + 1 < levels.Count ? levels[level + 1] : null;
        return new LevelInfo(level, xp, Math.Min(levels[level], xp), next);
    }
}
