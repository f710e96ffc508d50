namespace Academy.Curriculum.Tracks;

/// <summary>
/// A place in a row: a node, or a lane on which the line from a node passes this row on its way further down. All lines of
/// one node share their lane.
/// </summary>
internal sealed class MapPlace(string source, bool isLane)
{
    /// <summary>The node, or the node from which the lane comes.</summary>
    public string Source => source;

    public bool IsLane => isLane;

    public int Row { get; init; }

    /// <summary>Middle of the place.</summary>
    public double X { get; set; }

    /// <summary>Places of the row above that a line joins to this one.</summary>
    public List<MapPlace> Above { get; } = [];

    /// <summary>Places of the row below.</summary>
    public List<MapPlace> Below { get; } = [];
}

/// <summary>Puts nodes into rows: each below all that it requires, at most so many in a row, bands in their order.</summary>
internal sealed class MapRows
{
    private readonly Dictionary<string, MapPlace> _nodes = [];

    private MapRows()
    {
    }

    public List<List<MapPlace>> Rows { get; } = [];

    /// <summary>Index of the first row of each stage, and at the end the number of rows.</summary>
    public List<int> FirstRows { get; } = [0];

    public MapPlace this[string id] => _nodes[id];

    public static MapRows Of(IReadOnlyList<MapNode> nodes, int stages)
    {
        var rows = new MapRows();
        for (var stage = 0; stage < stages; stage++)
        {
            rows.AddStage(nodes.Where(n => n.Stage == stage).ToList());
            rows.FirstRows.Add(rows.Rows.Count);
        }

        var byId = nodes.ToDictionary(n => n.Id);
        foreach (var node in nodes)
        {
            // What another requirement requires already needs no line of its own.
            foreach (var required in Direct(node, byId)) rows.Connect(required, node.Id);
        }

        return rows;
    }

    private void AddStage(List<MapNode> nodes)
    {
        var first = Rows.Count;
        // A stage without projects keeps its band.
        Rows.Add([]);
        var waiting = nodes.ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(n => n.Requires.All(r => _nodes.ContainsKey(r))) ?? waiting[0];
            waiting.Remove(next);
            var row = next.Requires.Where(_nodes.ContainsKey).Select(r => _nodes[r].Row + 1).Append(first).Max();
            while (row < Rows.Count && Rows[row].Count == MapSizes.MostInRow) row++;
            while (Rows.Count <= row) Rows.Add([]);
            var place = new MapPlace(next.Id, isLane: false) { Row = row };
            Rows[row].Add(place);
            _nodes.Add(next.Id, place);
        }
    }

    private static IEnumerable<string> Direct(MapNode node, Dictionary<string, MapNode> nodes)
    {
        var implied = new HashSet<string>();
        foreach (var required in node.Requires.Where(nodes.ContainsKey)) AddRequired(nodes[required]);
        return node.Requires.Where(r => nodes.ContainsKey(r) && !implied.Contains(r));

        void AddRequired(MapNode from)
        {
            foreach (var required in from.Requires)
            {
                if (implied.Add(required) && nodes.TryGetValue(required, out var next)) AddRequired(next);
            }
        }
    }

    private void Connect(string from, string to)
    {
        var target = _nodes[to];
        var above = _nodes[from];
        while (above.Row + 1 < target.Row) above = LaneBelow(above);
        above.Below.Add(target);
        target.Above.Add(above);
    }

    private MapPlace LaneBelow(MapPlace place)
    {
        if (place.Below.Find(p => p.IsLane && p.Source == place.Source) is { } there) return there;
        var lane = new MapPlace(place.Source, isLane: true) { Row = place.Row + 1 };
        lane.Above.Add(place);
        place.Below.Add(lane);
        Rows[lane.Row].Add(lane);
        return lane;
    }
}
