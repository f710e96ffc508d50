namespace Academy.Evaluations.Points;

/// <param name="LearnerId">Who worked on it.</param>
/// <param name="Paid">Points that they have paid for it and not got back.</param>
/// <param name="Has">Points that they could pay.</param>
internal sealed record Share(Guid LearnerId, int Paid, int Has);

/// <summary>How a team shares what its evaluations cost: in turn, point by point. Whoever has none left is passed over.</summary>
internal static class Shares
{
    /// <summary>Each point comes from whoever has paid least so far; between equals, from the first of them.</summary>
    /// <param name="members">In the order of their turns; together they have at least so many points.</param>
    public static IReadOnlyDictionary<Guid, int> Pay(int points, IReadOnlyList<Share> members) =>
        Count(points, members, now => now.Where(m => m.Has > 0).MinBy(m => m.Paid)!, 1);

    /// <summary>Each point goes back to whoever has paid most; between equals, to the last of them.</summary>
    /// <param name="members">In the order of their turns.</param>
    public static IReadOnlyDictionary<Guid, int> GiveBack(int points, IReadOnlyList<Share> members) =>
        Count(points, members, now => now.Reverse().MaxBy(m => m.Paid)!, -1);

    private static Dictionary<Guid, int> Count(int points, IReadOnlyList<Share> members, Func<IEnumerable<Share>, Share> next, int sign)
    {
        var now = members.ToList();
        var counted = new Dictionary<Guid, int>();
        for (var point = 0; point < points; point++)
        {
            var turn = next(now);
            now[now.IndexOf(turn)] = turn with { Paid = turn.Paid + sign, Has = turn.Has - sign };
            counted[turn.LearnerId] = counted.GetValueOrDefault(turn.LearnerId) + 1;
        }

        return counted;
    }
}
