using Academy.Contracts.Curriculum;
using Academy.Curriculum.Loading.Yaml;

namespace Academy.Curriculum.Loading;

/// <summary>track.yml: stages, projects and what they require.</summary>
internal sealed class TrackFile(IReadOnlySet<string> projects)
{
    private readonly List<TrackNode> _nodes = [];

    public static Track? Read(
        string slug, ContentFiles files, IReadOnlyList<string> languages, IReadOnlyList<Framework> frameworks,
        IReadOnlySet<string> projects, ContentErrors errors)
    {
        var path = $"tracks/{slug}/track.yml";
        if (!YamlValue.IsSlug(slug)) errors.Add(path, 0, "The folder's name must be lower-case letters, digits and hyphens, at most 60.");
        if (YamlSource.Open(files, path, languages, errors) is not { } map) return null;

        var file = new TrackFile(projects);
        var title = map.Required("title")?.Text(120);
        var summary = map.Required("summary")?.Text(500);
        var framework = map.Required("framework")?.OneOf(frameworks.Select(f => f.Code));
        var stages = map.Required("stages")?.Items(1, 40).Select(file.ReadStage).OfType<Stage>().ToList() ?? [];
        var planned = map.Optional("planned")?.Items(0, 500).Select(p => file.ReadPlanned(p, stages.Count)).OfType<PlannedProject>().ToList() ?? [];
        map.Finish();
        TrackGraph.Check(file._nodes);
        return title is null || summary is null || framework is null ? null : new Track(slug, title, summary, framework, stages, planned);
    }

    private Stage? ReadStage(YamlValue value, int index)
    {
        if (value.Map() is not { } map) return null;
        var title = map.Required("title")?.Text(120);
        var names = map.Required("projects")?.Items(0, 200).Select(p => ReadProject(p, index)).OfType<TrackProject>().ToList();
        map.Finish();
        return title is null || names is null ? null : new Stage(title, names);
    }

    private TrackProject? ReadProject(YamlValue value, int stage)
    {
        if (value.Map() is not { } map) return null;
        var slug = map.Required("project")?.OneOf(projects);
        var requires = Requires(map);
        map.Finish();
        if (slug is null) return null;
        _nodes.Add(new TrackNode(slug, stage, IsPlanned: false, requires, value));
        return new TrackProject(slug, [.. requires.Select(r => r.String())]);
    }

    private PlannedProject? ReadPlanned(YamlValue value, int stages)
    {
        if (value.Map() is not { } map) return null;
        var id = map.Required("id")?.Slug();
        var title = map.Required("title")?.Text(120);
        var stage = map.Required("stage")?.Int(1, Math.Max(1, stages)) - 1;
        var requires = Requires(map);
        map.Finish();
        if (id is null || title is null || stage is null) return null;
        if (projects.Contains(id))
            value.Source.Add(value.Line, "`{0}` has a folder in projects/: move it from `planned` to its stage.", id);
        _nodes.Add(new TrackNode(id, stage.Value, IsPlanned: true, requires, value));
        return new PlannedProject(id, title, stage.Value, [.. requires.Select(r => r.String())]);
    }

    private static IReadOnlyList<YamlValue> Requires(YamlMap map) => map.Optional("requires")?.Items(0, 20) ?? [];
}
