namespace Academy.Curriculum.Tracks;

/// <summary>
/// Gives each place its x: under its neighbours of the row above, then over those of the row below, in the order of its row
/// and without touching. Medians, not averages, decide: a line is straight or bends once, in place of many small bends.
/// </summary>
internal static class MapColumns
{
    private const int Sweeps = 12;

    // The last sweeps look both ways.
    private const int BothWays = 4;

    // A place would rather be in the middle than drift to a side, if nothing else pulls.
    private const double MiddlePull = 0.3;

    public static void Apply(List<List<MapPlace>> rows)
    {
        var middle = rows.Max(Needed) / 2;
        foreach (var row in rows) Arrange(row, _ => [new Wish(middle, 1)]);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var (down, both) = (sweep % 2 == 0, sweep >= Sweeps - BothWays);
            foreach (var row in down ? rows : Enumerable.Reverse(rows))
                Arrange(row, place => Wishes(place, both || down, both || !down).Prepend(new Wish(middle, MiddlePull)));
        }

        foreach (var row in rows) Centre(row);
        var left = rows.SelectMany(r => r).Select(p => p.X - Half(p)).DefaultIfEmpty(0).Min();
        foreach (var place in rows.SelectMany(r => r)) place.X -= left;
    }

    public static double Half(MapPlace place) => place.IsLane ? 0 : MapSizes.NodeWidth / 2;

    private static IEnumerable<Wish> Wishes(MapPlace place, bool above, bool below) =>
        (above ? place.Above : []).Concat(below ? place.Below : []).Select(other => new Wish(other.X, Pull(place, other)));

    private static double Pull(MapPlace one, MapPlace other) => (one.IsLane, other.IsLane) switch
    {
        (true, true) => 2,
        (false, false) => 1,
        _ => 3,
    };

    /// <summary>
    /// The nearest places to what is wished, in order and apart: neighbours that would overlap are joined to a block, which
    /// stands at the median of what its members wish (isotonic regression by pooling adjacent violators).
    /// </summary>
    private static void Arrange(List<MapPlace> row, Func<MapPlace, IEnumerable<Wish>> wishes)
    {
        var blocks = new Stack<Block>();
        var offsets = new double[row.Count];
        for (var i = 0; i < row.Count; i++)
        {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + Distance(row[i - 1], row[i]);
            var block = new Block([.. wishes(row[i]).Select(w => w with { X = w.X - offsets[i] })], 1);
            while (blocks.TryPeek(out var last) && last.X >= block.X) block = blocks.Pop().Join(block);
            blocks.Push(block);
        }

        var index = 0;
        foreach (var block in blocks.Reverse())
        {
            for (var end = index + block.Count; index < end; index++) row[index].X = block.X + offsets[index];
        }
    }

    /// <summary>A node with several lines stands in their middle, as far as its neighbours leave room.</summary>
    private static void Centre(List<MapPlace> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            var place = row[i];
            var lines = place.Below.Count > 1 ? place.Below : place.Above;
            if (place.IsLane || lines.Count < 2) continue;
            var least = i == 0 ? double.NegativeInfinity : row[i - 1].X + Distance(row[i - 1], place);
            var most = i == row.Count - 1 ? double.PositiveInfinity : row[i + 1].X - Distance(place, row[i + 1]);
            place.X = Math.Clamp((lines.Min(l => l.X) + lines.Max(l => l.X)) / 2, least, Math.Max(least, most));
        }
    }

    private static double Distance(MapPlace left, MapPlace right) =>
        Half(left) + Half(right) + (left.IsLane || right.IsLane ? MapSizes.LaneGap : MapSizes.NodeGap);

    private static double Needed(List<MapPlace> row) => row.Zip(row.Skip(1), Distance).Sum();

    private readonly record struct Wish(double X, double Pull);

    private sealed record Block(List<Wish> Wishes, int Count)
    {
        public double X { get; } = Median(Wishes);

        public Block Join(Block next) => new([.. Wishes, .. next.Wishes], Count + next.Count);

        private static double Median(List<Wish> wishes)
        {
            wishes.Sort((a, b) => a.X.CompareTo(b.X));
            var half = wishes.Sum(w => w.Pull) / 2;
            return wishes.First(w => (half -= w.Pull) <= 0).X;
        }
    }
}
