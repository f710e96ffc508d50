using Academy.Curriculum.Loading;
using Academy.Curriculum.Tracks;
using Academy.Testing;

namespace Academy.Curriculum.Tests.Tracks;

/// <summary>What holds for every map, whatever the track.</summary>
public sealed class MapLayoutTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void A_map_of_any_track_can_be_read(int seed) => CheckMap(RandomTrack(new Random(seed)), stages: 8);

    [Fact]
    public void The_map_of_the_shipped_track_can_be_read()
    {
        var errors = new ContentErrors();
        var release = ReadContent.Read(ReadFolder.Read(TestPaths.Content, errors), "/frozen", new ContentOptions().KnownImages(), errors);
        var track = release.Tracks.Single();
        var nodes = ShowTrack.Nodes(track);
        nodes.Count.ShouldBe(40);

        CheckMap(nodes, track.Stages.Count);

        var drawing = MapLayout.Draw(nodes, track.Stages.Count);
        drawing.Width.ShouldBeLessThan(1160, "the map fits a laptop's window without scrolling");
    }

    [Fact]
    public void A_track_without_projects_has_its_bands()
    {
        var drawing = MapLayout.Draw([], 3);

        drawing.Bands.Count.ShouldBe(3);
        drawing.Bands.ShouldAllBe(b => b.Height > 0);
    }

    [Fact]
    public void What_a_requirement_implies_has_no_line_of_its_own()
    {
        var drawing = MapLayout.Draw([new("a", 0, []), new("b", 0, ["a"]), new("c", 0, ["a", "b"])], 1);

        drawing.Edges.Select(e => $"{e.From}{e.To}").ShouldBe(["ab", "bc"], ignoreOrder: true);
    }

    [Fact]
    public void Few_lines_cross_where_none_has_to()
    {
        // In the order of the file every line would cross every other.
        var drawing = MapLayout.Draw(
            [new("a", 0, []), new("b", 0, []), new("c", 0, []), new("x", 1, ["c"]), new("y", 1, ["b"]), new("z", 1, ["a"])], 2);

        foreach (var edge in drawing.Edges) edge.Points[0].X.ShouldBe(edge.Points[^1].X, 0.01);
    }

    private static void CheckMap(IReadOnlyList<MapNode> nodes, int stages)
    {
        var drawing = MapLayout.Draw(nodes, stages);
        var places = drawing.Nodes.ToDictionary(n => n.Id);

        places.Keys.ShouldBe(nodes.Select(n => n.Id), ignoreOrder: true);
        NodesAreApart(drawing);
        NodesAreInTheirBands(nodes, drawing, places);
        LinesGoDownFromNodeToNode(drawing, places);
        LinesPassNoNode(drawing);
        LinesSayWhatIsRequired(nodes, drawing);
        MapLayout.Draw(nodes, stages).Nodes.ShouldBe(drawing.Nodes);
    }

    private static void NodesAreApart(MapDrawing drawing)
    {
        foreach (var (a, b) in Pairs(drawing.Nodes))
        {
            var beside = Math.Abs(a.Left - b.Left) >= MapSizes.NodeWidth + MapSizes.LaneGap - 0.01;
            var below = Math.Abs(a.Top - b.Top) >= MapSizes.NodeHeight + MapSizes.RowGap - 0.01;
            (beside || below).ShouldBeTrue($"{a} and {b} overlap");
        }
    }

    private static void NodesAreInTheirBands(IReadOnlyList<MapNode> nodes, MapDrawing drawing, Dictionary<string, PlacedNode> places)
    {
        foreach (var node in nodes)
        {
            var (band, place) = (drawing.Bands[node.Stage], places[node.Id]);
            place.Top.ShouldBeGreaterThanOrEqualTo(band.Top);
            (place.Top + MapSizes.NodeHeight).ShouldBeLessThanOrEqualTo(band.Top + band.Height);
            place.Left.ShouldBeGreaterThanOrEqualTo(MapSizes.TitleWidth - 0.01);
            (place.Left + MapSizes.NodeWidth).ShouldBeLessThanOrEqualTo(drawing.Width);
        }
    }

    private static void LinesGoDownFromNodeToNode(MapDrawing drawing, Dictionary<string, PlacedNode> places)
    {
        foreach (var edge in drawing.Edges)
        {
            edge.Points[0].Y.ShouldBe(places[edge.From].Top + MapSizes.NodeHeight, 0.01);
            edge.Points[0].X.ShouldBe(places[edge.From].Left + MapSizes.NodeWidth / 2, 0.01);
            edge.Points[^1].Y.ShouldBe(places[edge.To].Top, 0.01);
            edge.Points[^1].X.ShouldBe(places[edge.To].Left + MapSizes.NodeWidth / 2, 0.01);
            edge.Points.Zip(edge.Points.Skip(1)).ShouldAllBe(p => p.Second.Y > p.First.Y);
        }
    }

    private static void LinesPassNoNode(MapDrawing drawing)
    {
        foreach (var edge in drawing.Edges)
        {
            foreach (var (from, to) in edge.Points.Zip(edge.Points.Skip(1)))
            {
                foreach (var node in drawing.Nodes.Where(n => n.Top < to.Y && n.Top + MapSizes.NodeHeight > from.Y))
                {
                    from.X.ShouldBe(to.X, 0.01, "a line beside nodes is straight");
                    (from.X < node.Left || from.X > node.Left + MapSizes.NodeWidth).ShouldBeTrue($"{edge.From} → {edge.To} runs through {node.Id}");
                }
            }
        }
    }

    private static void LinesSayWhatIsRequired(IReadOnlyList<MapNode> nodes, MapDrawing drawing)
    {
        var said = Closure(nodes.Select(n => n.Id), id => drawing.Edges.Where(e => e.To == id).Select(e => e.From));
        var required = Closure(nodes.Select(n => n.Id), id => nodes.Single(n => n.Id == id).Requires);
        said.ShouldBe(required, ignoreOrder: true);
    }

    private static List<string> Closure(IEnumerable<string> ids, Func<string, IEnumerable<string>> requires)
    {
        return [.. ids.SelectMany(id => Reach(id, []).Select(r => $"{r} → {id}"))];

        HashSet<string> Reach(string id, HashSet<string> seen)
        {
            foreach (var r in requires(id).Where(seen.Add)) Reach(r, seen);
            return seen;
        }
    }

    private static IEnumerable<(T, T)> Pairs<T>(IReadOnlyList<T> all) =>
        all.SelectMany((a, i) => all.Skip(i + 1).Select(b => (a, b)));

    /// <summary>Forty projects in eight stages, each with up to three requirements of the same or an earlier stage.</summary>
    private static List<MapNode> RandomTrack(Random random)
    {
        var nodes = new List<MapNode>();
        for (var i = 0; i < 40; i++)
        {
            var before = nodes.OrderBy(_ => random.Next()).Take(random.Next(4)).Select(n => n.Id).ToList();
            nodes.Add(new MapNode($"n{i}", Math.Min(7, i * 8 / 40), before));
        }

        return nodes;
    }
}
