using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Kernel.Data;
using Academy.Progress.Validating;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Pace;

/// <summary>A learner's pace with the dates that it leads to.</summary>
internal sealed class ReadPace(AcademyDb db, ICurriculum curriculum, IEnrolment enrolment, IPeople people, TimeProvider clock)
{
    /// <summary>Null before the first release.</summary>
    public async Task<PaceView?> ForAsync(Guid learnerId, CancellationToken ct) => await ForAsync(
        learnerId, await enrolment.StandingAsync(learnerId, ct), await enrolment.ForLearnerAsync(learnerId, ct), ct);

    /// <summary>For whoever knows already where the learner stands.</summary>
    public async Task<PaceView?> ForAsync(
        Guid learnerId, IReadOnlyDictionary<string, ProjectStanding> standing, IEnumerable<AttemptInfo> attempts, CancellationToken ct)
    {
        if (curriculum.Current is not { } release) return null;

        var now = clock.GetUtcNow();
        // A visit has read it a moment ago.
        var pace = await db.Set<LearnerPace>().FindAsync([learnerId], ct) ?? new LearnerPace(learnerId, now);
        var freezes = await db.Set<Freeze>().AsNoTracking().Where(f => f.LearnerId == learnerId).OrderBy(f => f.From).ToListAsync(ct);
        var since = now - Projection.Lately;
        var validated = await db.Set<ProjectResult>().AsNoTracking()
            .Where(r => r.LearnerId == learnerId && r.ValidatedAt >= since)
            .Select(r => new { r.ProjectSlug, r.ValidatedAt })
            .ToListAsync(ct);

        var facts = new PaceFacts(
            pace.WeeklyHours ?? release.Rules.Pace.WeeklyHours,
            pace.HasBegun ? pace.BegunAt : now,
            [.. validated.Where(v => release.Projects.ContainsKey(v.ProjectSlug)).Select(v => (v.ValidatedAt!.Value, release.Projects[v.ProjectSlug].Hours))],
            [.. freezes.Select(f => f.Time)]);
        var plan = Projection.Compute(Remaining(release, standing, attempts, now), facts, now);
        var pause = freezes.FirstOrDefault(f => f.Time.Covers(now));
        return new PaceView(facts.ChosenHours, plan, pause?.Time, pace.WelcomeWords, release.Rules.Pace, await WayBackAsync(pace, release, ct));
    }

    /// <summary>What was begun comes first, then the tracks in order.</summary>
    private static IReadOnlyList<RemainingProject> Remaining(
        Release release, IReadOnlyDictionary<string, ProjectStanding> standing, IEnumerable<AttemptInfo> attempts, DateTimeOffset now)
    {
        var begun = attempts
            .Where(a => a.ValidatedAt is null && a.EndAt(now) is null)
            .DistinctBy(a => a.ProjectSlug)
            .ToDictionary(a => a.ProjectSlug, a => a.StartedAt);
        return
        [
            .. release.Tracks.SelectMany(t => t.Projects).Select(p => p.Slug).Distinct()
                .Where(slug => standing[slug].State != ProjectState.Done)
                .OrderBy(slug => begun.TryGetValue(slug, out var at) ? at : DateTimeOffset.MaxValue)
                .Select(slug => new RemainingProject(release.Projects[slug], begun.TryGetValue(slug, out var at) ? at : null)),
        ];
    }

    private async Task<WayBackView?> WayBackAsync(LearnerPace pace, Release release, CancellationToken ct)
    {
        if (pace.BackSince is null) return null;

        var project = release.Rules.Pace.ReturnProject is { } slug ? release.Projects.GetValueOrDefault(slug) : null;
        var words = pace.WelcomedBy is { } peer
            ? await db.Set<LearnerPace>().Where(p => p.Id == peer).Select(p => p.WelcomeWords).SingleOrDefaultAsync(ct)
            : null;
        var name = words is null ? null : (await people.FindAsync([pace.WelcomedBy!.Value], ct)).GetValueOrDefault(pace.WelcomedBy.Value)?.Name;
        return new WayBackView(project, name, name is null ? null : words);
    }
}

/// <param name="ChosenHours">Hours a week, chosen or the academy's own number.</param>
/// <param name="Plan">The dates.</param>
/// <param name="Pause">The pause of today; null: none.</param>
/// <param name="WelcomeWords">With which the learner welcomes others; null: does not.</param>
/// <param name="Rules">What can be chosen.</param>
/// <param name="WayBack">Greets somebody who comes back; null: nothing to greet.</param>
internal sealed record PaceView(int ChosenHours, PacePlan Plan, FrozenTime? Pause, string? WelcomeWords, PaceRules Rules, WayBackView? WayBack);

/// <param name="Project">Of twenty minutes, to find one's hands again; null: the academy has none.</param>
/// <param name="Welcome">Name of the peer who welcomes; null: nobody was found.</param>
/// <param name="Words">What the peer says.</param>
internal sealed record WayBackView(Project? Project, string? Welcome, string? Words);
