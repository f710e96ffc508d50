namespace Academy.Curriculum.Tracks;

/// <summary>Draws a track: bands from top to bottom, what is required always above what requires it.</summary>
internal static class MapLayout
{
    public static MapDrawing Draw(IReadOnlyList<MapNode> nodes, int stages)
    {
        var rows = MapRows.Of(nodes, stages);
        MapOrder.Apply(rows.Rows);
        MapColumns.Apply(rows.Rows);

        var bands = new List<PlacedBand>();
        var tops = new double[rows.Rows.Count];
        var y = 0.0;
        for (var stage = 0; stage < stages; stage++)
        {
            var (first, end) = (rows.FirstRows[stage], rows.FirstRows[stage + 1]);
            for (var row = first; row < end; row++) tops[row] = y + MapSizes.BandPadding + (row - first) * (MapSizes.NodeHeight + MapSizes.RowGap);
            var height = 2 * MapSizes.BandPadding + (end - first) * (MapSizes.NodeHeight + MapSizes.RowGap) - MapSizes.RowGap;
            bands.Add(new PlacedBand(y, height));
            y += height;
        }

        var places = rows.Rows.SelectMany(r => r).ToList();
        foreach (var place in places) place.X += MapSizes.TitleWidth;
        var placed = places.Where(p => !p.IsLane)
            .Select(p => new PlacedNode(p.Source, p.X - MapSizes.NodeWidth / 2, tops[p.Row])).ToList();
        var edges = places.Where(p => !p.IsLane).SelectMany(p => p.Above.Select(above => Edge(above, p, tops))).ToList();
        var right = places.Select(p => p.X + MapColumns.Half(p)).DefaultIfEmpty(MapSizes.TitleWidth).Max();
        return new MapDrawing(right + MapSizes.Margin, y, bands, placed, edges);
    }

    private static PlacedEdge Edge(MapPlace above, MapPlace target, double[] tops)
    {
        var points = new List<Point> { new(target.X, tops[target.Row]) };
        for (; above.IsLane; above = above.Above[0])
        {
            points.Add(new(above.X, tops[above.Row] + MapSizes.NodeHeight));
            points.Add(new(above.X, tops[above.Row]));
        }

        points.Add(new(above.X, tops[above.Row] + MapSizes.NodeHeight));
        points.Reverse();
        return new PlacedEdge(above.Source, target.Source, points);
    }
}
