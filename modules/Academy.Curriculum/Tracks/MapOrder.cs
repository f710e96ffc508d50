namespace Academy.Curriculum.Tracks;

/// <summary>
/// Orders each row so that few lines cross: every place moves towards the middle of its neighbours in the row above, then
/// below, again and again, and the best order is kept (the barycentre heuristic of Sugiyama's layered drawings).
/// </summary>
internal static class MapOrder
{
    private const int Sweeps = 24;

    public static void Apply(List<List<MapPlace>> rows)
    {
        var best = rows.Select(row => row.ToArray()).ToList();
        var fewest = Crossings(rows);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            if (sweep % 2 == 0)
            {
                for (var r = 1; r < rows.Count; r++) Sort(rows[r], rows[r - 1], p => p.Above);
            }
            else
            {
                for (var r = rows.Count - 2; r >= 0; r--) Sort(rows[r], rows[r + 1], p => p.Below);
            }

            var crossings = Crossings(rows);
            if (crossings >= fewest) continue;
            (fewest, best) = (crossings, rows.Select(row => row.ToArray()).ToList());
        }

        for (var r = 0; r < rows.Count; r++) rows[r] = [.. best[r]];
    }

    public static int Crossings(List<List<MapPlace>> rows)
    {
        var crossings = 0;
        for (var r = 0; r + 1 < rows.Count; r++)
        {
            var index = Index(rows[r + 1]);
            var ends = rows[r].SelectMany((place, i) => place.Below.Select(below => (From: i, To: index[below]))).ToList();
            for (var i = 0; i < ends.Count; i++)
            {
                for (var j = i + 1; j < ends.Count; j++)
                {
                    if ((ends[i].From - ends[j].From) * (ends[i].To - ends[j].To) < 0) crossings++;
                }
            }
        }

        return crossings;
    }

    private static void Sort(List<MapPlace> row, List<MapPlace> fixedRow, Func<MapPlace, List<MapPlace>> neighbours)
    {
        // In relative places: rows have different numbers of them.
        var index = Index(fixedRow);
        var wanted = row.Select((place, i) =>
        {
            var others = neighbours(place);
            return others.Count == 0 ? (i + 0.5) / row.Count : others.Average(o => (index[o] + 0.5) / fixedRow.Count);
        }).ToArray();
        var sorted = row.Zip(wanted).OrderBy(p => p.Second).Select(p => p.First).ToList();
        row.Clear();
        row.AddRange(sorted);
    }

    private static Dictionary<MapPlace, int> Index(List<MapPlace> row) => row.Select((place, i) => (place, i)).ToDictionary(p => p.place, p => p.i);
}
