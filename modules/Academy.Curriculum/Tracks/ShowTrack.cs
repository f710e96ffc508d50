using System.Runtime.CompilerServices;
using System.Security.Claims;
using Academy.Contracts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Kernel.Permissions;

namespace Academy.Curriculum.Tracks;

/// <summary>A track with what its reader has done of it.</summary>
internal sealed class ShowTrack(IEnrolment enrolment)
{
    // A drawing depends on the track alone, and goes when its release goes.
    private static readonly ConditionalWeakTable<Track, MapDrawing> Drawings = new();

    public async Task<TrackView> RunAsync(Release release, Track track, ClaimsPrincipal reader, CancellationToken ct)
    {
        var isLearner = reader.Has(Role.Learner);
        var standings = isLearner ? await enrolment.StandingAsync(reader.Id(), ct) : new Dictionary<string, ProjectStanding>();
        var titles = track.Planned.ToDictionary(p => p.Id, p => p.Title);
        foreach (var project in track.Projects) titles[project.Slug] = release.Projects[project.Slug].Title;

        var stages = track.Stages.Select((stage, i) => new StageView(
            stage.Title,
            [
                .. stage.Projects.Select(p => Step(p, release.Projects[p.Slug], standings.GetValueOrDefault(p.Slug), titles)),
                .. track.Planned.Where(p => p.Stage == i).Select(p => Step(p, titles)),
            ])).ToList();
        var framework = release.Frameworks.First(f => f.Code == track.Framework);
        return new TrackView(track, framework, stages, Drawings.GetValue(track, t => MapLayout.Draw(Nodes(t), t.Stages.Count)), isLearner);
    }

    public static IReadOnlyList<MapNode> Nodes(Track track) =>
    [
        .. track.Stages.SelectMany((stage, i) => stage.Projects.Select(p => new MapNode(p.Slug, i, p.Requires))),
        .. track.Planned.Select(p => new MapNode(p.Id, p.Stage, p.Requires)),
    ];

    private static TrackStep Step(TrackProject place, Project project, ProjectStanding? standing, Dictionary<string, Text> titles) => new(
        project.Slug,
        project.Title,
        standing is null ? StepState.Plain : StepLook.StateOf(standing.State),
        project.Xp,
        project.Hours,
        Titles(place.Requires, titles),
        Titles(standing?.MissingProjects ?? [], titles),
        standing is { State: ProjectState.Waiting } ? standing.OpensAt : null);

    private static TrackStep Step(PlannedProject planned, Dictionary<string, Text> titles) =>
        new(planned.Id, planned.Title, StepState.Planned, null, null, Titles(planned.Requires, titles), []);

    private static List<Text> Titles(IEnumerable<string> ids, Dictionary<string, Text> titles) =>
        [.. ids.Where(titles.ContainsKey).Select(id => titles[id])];
}
