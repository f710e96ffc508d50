using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Progress.Achievements;
using Academy.Progress.Pace;
using Academy.Progress.Skills;

namespace Academy.Progress.Home;

/// <summary>A learner's home: what to do next, in one glance.</summary>
internal sealed class LearnerHome(
    ICurriculum curriculum, IEnrolment enrolment, IGradings gradings, ILearnerProgress progress, SkillProfile skills, ReadAchievements achievements, ReadPace paces, GiveSign sign,
    TimeProvider clock)
{
    private const int LatestAchievements = 2;

    /// <summary>Opening one's home is a sign.</summary>
    public Task VisitAsync(Guid learnerId, CancellationToken ct) => sign.RunAsync(learnerId, clock.GetUtcNow(), ct);

    public async Task<HomeView> ForAsync(Guid learnerId, CancellationToken ct)
    {
        var level = await progress.LevelAsync(learnerId, ct);
        if (curriculum.Current is not { } release) return new HomeView(level, null, [], [], [], 0, 0, null, null, []);

        var all = await enrolment.ForLearnerAsync(learnerId, ct);
        var (standing, attempts) = (enrolment.StandingOf(all), all.ToDictionary(a => a.Id));
        var current = standing.Values.Where(s => s.AttemptId is not null && IsUnderWay(s)).Select(s => s.AttemptId!.Value).ToList();
        var latest = await gradings.LatestAsync(current, ct);

        var ofTracks = release.Tracks.SelectMany(t => t.Projects).Select(p => p.Slug).ToHashSet();
        var steps = InTrackOrder(release)
            .Select(project => StepFor(project, standing[project.Slug], attempts, latest, release.Rules.PassMark))
            .OfType<Step>()
            .OrderBy(step => step.Kind)
            .ThenByDescending(step => step.Grading?.QueuedAt)
            .ToList();
        return new HomeView(
            level,
            steps.FirstOrDefault(),
            [.. steps.Skip(1).Where(s => s.Kind is not (StepKind.Begin or StepKind.Again))],
            [.. steps.Skip(1).Where(s => s.Kind is StepKind.Begin or StepKind.Again)],
            [.. release.Tracks.SelectMany(t => t.Stages).Where(s => s.Projects.Count > 0).Select(s => StageOf(s, standing))],
            ofTracks.Count(slug => standing[slug].State == ProjectState.Done),
            ofTracks.Count,
            await paces.ForAsync(learnerId, standing, attempts.Values, ct),
            await skills.MainAsync(learnerId, ct),
            await achievements.EarnedAsync(learnerId, LatestAchievements, ct));
    }

    /// <summary>An attempt goes on; also one for a better mark on a project that is done.</summary>
    private static bool IsUnderWay(ProjectStanding standing) =>
        standing.State == ProjectState.InProgress || (standing.State == ProjectState.Done && standing.OpensAt is null);

    private static IEnumerable<Project> InTrackOrder(Release release) =>
        release.Tracks.SelectMany(t => t.Projects).Select(p => p.Slug).Concat(release.Projects.Keys).Distinct()
            .Select(slug => release.Projects[slug]);

    private static StageProgress StageOf(Stage stage, IReadOnlyDictionary<string, ProjectStanding> standing) =>
        new(stage.Title, stage.Projects.Count(p => standing[p.Slug].State == ProjectState.Done), stage.Projects.Count);

    private static Step? StepFor(
        Project project, ProjectStanding standing, IReadOnlyDictionary<Guid, AttemptInfo> attempts,
        IReadOnlyDictionary<Guid, GradingInfo> latest, int passMark)
    {
        if (standing.State == ProjectState.Open)
            return new Step(standing.AttemptId is null ? StepKind.Begin : StepKind.Again, project, null, null);
        if (standing.State == ProjectState.Waiting) return new Step(StepKind.Wait, project, standing.AttemptId, null) { OpensAt = standing.OpensAt };
        if (!IsUnderWay(standing) || attempts.GetValueOrDefault(standing.AttemptId!.Value) is not { ValidatedAt: null } attempt) return null;

        var grading = latest.GetValueOrDefault(attempt.Id);
        return new Step(KindOf(project, attempt, grading, passMark), project, attempt.Id, grading);
    }

    private static StepKind KindOf(Project project, AttemptInfo attempt, GradingInfo? grading, int passMark) => (attempt.State, grading) switch
    {
        (AttemptState.Gathering, _) => StepKind.Gather,
        (AttemptState.HandedIn, _) => StepKind.BeEvaluated,
        (_, null) => StepKind.FirstPush,
        (_, { IsFinished: false }) => StepKind.Watch,
        _ when project.Evaluation is not null && grading.Percent >= passMark => StepKind.HandIn,
        _ => StepKind.Improve,
    };
}

/// <summary>In the order in which they matter to the learner.</summary>
internal enum StepKind
{
    /// <summary>A grading is under way.</summary>
    Watch,

    /// <summary>The grader has passed it; now people evaluate it.</summary>
    HandIn,

    /// <summary>A result says what is missing.</summary>
    Improve,

    /// <summary>A team comes together.</summary>
    Gather,

    /// <summary>Registered, nothing pushed yet.</summary>
    FirstPush,

    /// <summary>The last attempt failed, and another one may begin.</summary>
    Again,

    /// <summary>Open, not begun.</summary>
    Begin,

    /// <summary>Handed in, and waiting for evaluators.</summary>
    BeEvaluated,

    /// <summary>The last attempt failed; another one opens later.</summary>
    Wait,
}

internal sealed record Step(StepKind Kind, Project Project, Guid? AttemptId, GradingInfo? Grading)
{
    /// <summary>From when another attempt may begin.</summary>
    public DateTimeOffset? OpensAt { get; init; }
}

/// <param name="Level">XP and level.</param>
/// <param name="Next">The first thing to do; null when everything is done or nothing is released yet.</param>
/// <param name="AlsoUnderWay">Other projects that were begun.</param>
/// <param name="AlsoOpen">Other projects that could be begun.</param>
/// <param name="Stages">The stages of the tracks that have projects already, in order.</param>
/// <param name="Done">Projects validated, of all tracks.</param>
/// <param name="Total">Projects of all tracks.</param>
/// <param name="Pace">Hours, dates, pause, way back.</param>
/// <param name="Skills">What the projects have shown so far; null while none trains any.</param>
/// <param name="Achievements">The latest.</param>
internal sealed record HomeView(
    LevelInfo Level, Step? Next, IReadOnlyList<Step> AlsoUnderWay, IReadOnlyList<Step> AlsoOpen,
    IReadOnlyList<StageProgress> Stages, int Done, int Total, PaceView? Pace, FrameworkProgress? Skills,
    IReadOnlyList<AchievementView> Achievements);

/// <param name="Title">What the learner reads.</param>
/// <param name="Done">Projects validated.</param>
/// <param name="Total">Projects to validate.</param>
internal sealed record StageProgress(Contracts.Text Title, int Done, int Total);
