using System.Globalization;

namespace Academy.Progress.Skills;

/// <summary>Where the lines of a skills radar go, around (0, 0) in <see cref="ViewBox"/>. Pure: the same percents give the same drawing.</summary>
internal sealed class Radar
{
    /// <summary>With fewer there is no shape to see: bars say it better.</summary>
    public const int LeastAxes = 3;

    public const string ViewBox = "-120 -120 240 240";

    private const double Edge = 98;
    private const double Labels = 111;

    private static readonly int[] Quarters = [25, 50, 75, 100];

    /// <summary>Nothing earned is not the centre: the shape stays a shape, and never becomes needles.</summary>
    private const double Nothing = 14;

    /// <param name="percents">One axis each, clockwise from the top; 0 to 100.</param>
    public Radar(IReadOnlyList<int> percents)
    {
        if (percents.Count < LeastAxes) throw new ArgumentException($"A radar has {LeastAxes} axes or more.", nameof(percents));

        Axes = [.. percents.Select((percent, axis) => new RadarAxis(At(axis, Nothing), At(axis, Edge), At(axis, Reach(percent)), At(axis, Labels)))];
        Rings = [.. Quarters.Select(percent => Polygon(Enumerable.Range(0, percents.Count).Select(axis => At(axis, Reach(percent)))))];
        Shape = Polygon(Axes.Select(a => a.Value));

        RadarPoint At(int axis, double far)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * axis / percents.Count);
            return new RadarPoint(far * sin, -far * cos);
        }
    }

    public IReadOnlyList<RadarAxis> Axes { get; }

    /// <summary>A quarter, half, three quarters, everything: points of polygons, the smallest first.</summary>
    public IReadOnlyList<string> Rings { get; }

    /// <summary>What was earned: points of a polygon.</summary>
    public string Shape { get; }

    private static double Reach(int percent) => Nothing + (Edge - Nothing) * Math.Clamp(percent, 0, 100) / 100;

    private static string Polygon(IEnumerable<RadarPoint> points) => string.Join(' ', points);
}

/// <param name="From">Its inner end.</param>
/// <param name="To">Its outer end.</param>
/// <param name="Value">How far the learner is.</param>
/// <param name="Label">The middle of its number.</param>
internal sealed record RadarAxis(RadarPoint From, RadarPoint To, RadarPoint Value, RadarPoint Label);

internal readonly record struct RadarPoint(double X, double Y)
{
    /// <summary>As SVG reads it, whatever the language of the page.</summary>
    public override string ToString() => $"{Written(X)},{Written(Y)}";

    // Adding 0 makes -0 a plain 0.
    private static string Written(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);
}
