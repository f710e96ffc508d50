using System.Globalization;

namespace Academy.Curriculum.Tracks;

/// <summary>A line of the map as SVG path data: straight on its lanes, a soft S where it changes sides.</summary>
internal static class MapPath
{
    public static string Of(IReadOnlyList<Point> points)
    {
        var path = $"M{N(points[0].X)} {N(points[0].Y)}";
        foreach (var (from, to) in points.Zip(points.Skip(1)))
        {
            var middle = N((from.Y + to.Y) / 2);
            if (Math.Abs(from.X - to.X) < 0.5) path += $"V{N(to.Y)}";
            else path += $"C{N(from.X)} {middle} {N(to.X)} {middle} {N(to.X)} {N(to.Y)}";
        }

        return path;
    }

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
