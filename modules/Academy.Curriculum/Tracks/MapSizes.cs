namespace Academy.Curriculum.Tracks;

/// <summary>Measures of the map, in pixels.</summary>
internal static class MapSizes
{
    public const double NodeWidth = 200;
    public const double NodeHeight = 94;
    public const int MostInRow = 4;

    /// <summary>Between two nodes of a row.</summary>
    public const double NodeGap = 20;

    /// <summary>Between two lines that pass a row, or a line and a node.</summary>
    public const double LaneGap = 12;

    /// <summary>Between two rows: the room in which lines change sides.</summary>
    public const double RowGap = 44;

    /// <summary>Above the first and below the last row of a band.</summary>
    public const double BandPadding = 22;

    /// <summary>Left of the nodes: the title of the band.</summary>
    public const double TitleWidth = 150;

    /// <summary>Right of the nodes.</summary>
    public const double Margin = 20;
}
