using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>A project of a track, planned or not, as its file names it.</summary>
internal sealed record TrackNode(string Id, int Stage, bool IsPlanned, IReadOnlyList<YamlValue> Requires, YamlValue Value);

/// <summary>A track is a graph in which every project can be reached.</summary>
internal static class TrackGraph
{
    public static void Check(IReadOnlyList<TrackNode> nodes)
    {
        var byId = new Dictionary<string, TrackNode>();
        foreach (var node in nodes)
        {
            if (!byId.TryAdd(node.Id, node)) node.Value.Source.Add(node.Value.Line, "\"{0}\" stands here twice.", node.Id);
        }

        foreach (var node in byId.Values) CheckRequires(node, byId);
        FindCircles(byId);
    }

    private static void CheckRequires(TrackNode node, Dictionary<string, TrackNode> byId)
    {
        var seen = new HashSet<string>();
        foreach (var required in node.Requires)
        {
            var id = required.String();
            if (!seen.Add(id)) required.Source.Add(required.Line, "\"{0}\" stands here twice.", id);
            else if (!byId.TryGetValue(id, out var first)) required.Unknown(id, byId.Keys);
            else if (first.IsPlanned && !node.IsPlanned)
                required.Source.Add(required.Line, "`{0}` requires the planned project `{1}`: nobody could ever begin it.", node.Id, id);
            else if (first.Stage > node.Stage)
                required.Source.Add(required.Line, "`{0}` requires `{1}`, which stands in a later stage.", node.Id, id);
        }
    }

    private static void FindCircles(Dictionary<string, TrackNode> byId)
    {
        var finished = new HashSet<string>();
        var path = new List<string>();
        foreach (var id in byId.Keys) Visit(id);

        void Visit(string id)
        {
            if (finished.Contains(id)) return;
            path.Add(id);
            foreach (var required in byId[id].Requires)
            {
                var next = required.String();
                var start = path.IndexOf(next);
                if (start >= 0)
                    required.Source.Add(required.Line, "These projects require each other in a circle: {0}.", string.Join(" → ", path[start..].Append(next)));
                else if (byId.ContainsKey(next))
                    Visit(next);
            }

            path.RemoveAt(path.Count - 1);
            finished.Add(id);
        }
    }
}
