using System.Globalization;
using Academy.Progress.Skills;

namespace Academy.Progress.Tests;

public sealed class RadarTests
{
    private static readonly int[] Something = [0, 100, 50, 25, 75, 3, 97, 60];

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(40)]
    public void Whatever_was_earned_the_drawing_stays_in_its_box(int axes)
    {
        var radar = new Radar([.. Enumerable.Range(0, axes).Select(i => Something[i % Something.Length])]);

        radar.Axes.Count.ShouldBe(axes);
        foreach (var point in radar.Axes.SelectMany(a => new[] { a.From, a.To, a.Value, a.Label }))
            Far(point).ShouldBeLessThan(112);
        foreach (var axis in radar.Axes) Far(axis.Value).ShouldBeInRange(Far(axis.From) - 0.1, Far(axis.To) + 0.1);
    }

    [Fact]
    public void The_first_axis_points_up_and_the_others_follow_the_clock()
    {
        var radar = new Radar([100, 0, 100, 50]);

        radar.Axes.Select(a => a.To.ToString()).ShouldBe(["0,-98", "98,0", "0,98", "-98,0"]);
        radar.Shape.ShouldBe("0,-98 14,0 0,98 -56,0");
        radar.Rings.Count.ShouldBe(4);
        radar.Rings[^1].ShouldBe("0,-98 98,0 0,98 -98,0");
    }

    [Fact]
    public void Nothing_earned_is_a_small_shape_and_more_never_lies_further_in()
    {
        var reaches = Enumerable.Range(-5, 111).Select(percent => Far(new Radar([percent, 0, 0]).Axes[0].Value)).ToList();

        reaches[0].ShouldBe(14);
        reaches[^1].ShouldBe(98);
        reaches.ShouldBeInOrder();
    }

    [Fact]
    public void Numbers_are_written_as_svg_reads_them_in_every_language()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            new RadarPoint(1.25, -0.01).ToString().ShouldBe("1.2,0");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Two_axes_make_no_shape() => Should.Throw<ArgumentException>(() => new Radar([1, 2]));

    private static double Far(RadarPoint point) => Math.Sqrt(point.X * point.X + point.Y * point.Y);
}
