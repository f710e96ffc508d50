using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;

namespace Academy.Progress.Home;

/// <summary>A learner's home: what to do next, in one glance.</summary>
internal sealed class LearnerHome(ICurriculum curriculum, IEnrolment enrolment, IGradings gradings, ILearnerProgress progress)
{
    public async Task<HomeView> ForAsync(Guid learnerId, CancellationToken ct)
    {
        var level = await progress.LevelAsync(learnerId, ct);
        if (curriculum.Current is not { } release) return new HomeView(level, null, [], [], [], 0, 0);

        var standing = await enrolment.StandingAsync(learnerId, ct);
        var attempts = standing.Values.Where(s => s.State == ProjectState.InProgress).Select(s => s.AttemptId!.Value).ToList();
        var latest = await gradings.LatestAsync(attempts, ct);

        var steps = InTrackOrder(release)
            .Select(project => StepFor(project, standing[project.Slug], latest))
            .OfType<Step>()
            .OrderBy(step => step.Kind)
            .ThenByDescending(step => step.Grading?.QueuedAt)
            .ToList();
        return new HomeView(
            level,
            steps.FirstOrDefault(),
            [.. steps.Skip(1).Where(s => s.Kind != StepKind.Begin)],
            [.. steps.Skip(1).Where(s => s.Kind == StepKind.Begin)],
            [.. release.Tracks.SelectMany(t => t.Stages).Where(s => s.Projects.Count > 0).Select(s => StageOf(s, standing))],
            standing.Values.Count(s => s.State == ProjectState.Done),
            release.Tracks.SelectMany(t => t.Projects).DistinctBy(p => p.Slug).Count());
    }

    private static IEnumerable<Project> InTrackOrder(Release release) =>
        release.Tracks.SelectMany(t => t.Projects).Select(p => p.Slug).Concat(release.Projects.Keys).Distinct()
            .Select(slug => release.Projects[slug]);

    private static StageProgress StageOf(Stage stage, IReadOnlyDictionary<string, ProjectStanding> standing) =>
        new(stage.Title, stage.Projects.Count(p => standing[p.Slug].State == ProjectState.Done), stage.Projects.Count);

    private static Step? StepFor(Project project, ProjectStanding standing, IReadOnlyDictionary<Guid, GradingInfo> latest)
    {
        if (standing.State == ProjectState.Open) return new Step(StepKind.Begin, project, null, null);
        if (standing.State != ProjectState.InProgress) return null;

        var grading = latest.GetValueOrDefault(standing.AttemptId!.Value);
        var kind = grading switch
        {
            null => StepKind.FirstPush,
            { IsFinished: false } => StepKind.Watch,
            _ => StepKind.Improve,
        };
        return new Step(kind, project, standing.AttemptId, grading);
    }
}

/// <summary>In the order in which they matter to the learner.</summary>
internal enum StepKind
{
    /// <summary>A grading is under way.</summary>
    Watch,

    /// <summary>A result says what is missing.</summary>
    Improve,

    /// <summary>Registered, nothing pushed yet.</summary>
    FirstPush,

    /// <summary>Open, not begun.</summary>
    Begin,
}

internal sealed record Step(StepKind Kind, Project Project, Guid? AttemptId, GradingInfo? Grading);

/// <param name="Level">XP and level.</param>
/// <param name="Next">The first thing to do; null when everything is done or nothing is released yet.</param>
/// <param name="AlsoUnderWay">Other projects that were begun.</param>
/// <param name="AlsoOpen">Other projects that could be begun.</param>
/// <param name="Stages">The stages of the tracks that have projects already, in order.</param>
/// <param name="Done">Projects validated.</param>
/// <param name="Total">Projects of all tracks.</param>
internal sealed record HomeView(
    LevelInfo Level, Step? Next, IReadOnlyList<Step> AlsoUnderWay, IReadOnlyList<Step> AlsoOpen,
    IReadOnlyList<StageProgress> Stages, int Done, int Total);

/// <param name="Title">What the learner reads.</param>
/// <param name="Done">Projects validated.</param>
/// <param name="Total">Projects to validate.</param>
internal sealed record StageProgress(Contracts.Text Title, int Done, int Total);
