namespace Academy.Curriculum.Tracks;

/// <summary>A project on the map: what the drawing needs to know.</summary>
/// <param name="Id">Slug of a project or id of a planned one.</param>
/// <param name="Stage">Index of its band.</param>
/// <param name="Requires">Ids, all in the same or an earlier stage.</param>
internal sealed record MapNode(string Id, int Stage, IReadOnlyList<string> Requires);

/// <summary>A point of the drawing, in pixels.</summary>
internal readonly record struct Point(double X, double Y);

/// <param name="Id">The node's.</param>
/// <param name="Left">Left side.</param>
/// <param name="Top">Upper side.</param>
internal sealed record PlacedNode(string Id, double Left, double Top);

/// <param name="From">What is required.</param>
/// <param name="To">What requires it.</param>
/// <param name="Points">From the lower side of one node to the upper side of the other, downwards only.</param>
internal sealed record PlacedEdge(string From, string To, IReadOnlyList<Point> Points);

/// <param name="Top">Upper side.</param>
/// <param name="Height">Never 0, even without nodes.</param>
internal sealed record PlacedBand(double Top, double Height);

/// <summary>Where everything is.</summary>
internal sealed record MapDrawing(
    double Width, double Height, IReadOnlyList<PlacedBand> Bands, IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<PlacedEdge> Edges);
