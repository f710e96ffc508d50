using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;

namespace Academy.Enrolment.Standing;

/// <summary>Says what a learner can do with each project, and why not.</summary>
internal static class ProjectStandings
{
    /// <param name="attempts">The learner's, newest first.</param>
    public static IReadOnlyDictionary<string, ProjectStanding> Compute(Release release, IReadOnlyList<AttemptInfo> attempts, DateTimeOffset now)
    {
        var byProject = attempts.ToLookup(a => a.ProjectSlug);
        var validated = attempts.Where(a => a.ValidatedAt is not null).Select(a => a.ProjectSlug).ToHashSet();
        var requirements = release.Tracks.SelectMany(t => t.Projects).ToLookup(p => p.Slug, p => p.Requires);

        return release.Projects.Keys.ToDictionary(
            slug => slug,
            slug => Begun([.. byProject[slug]], release.Rules.Attempts, now) ?? NotBegun(requirements[slug], validated));
    }

    // What was begun stays open, whatever a later release asks for first.
    private static ProjectStanding? Begun(IReadOnlyList<AttemptInfo> attempts, AttemptRules rules, DateTimeOffset now)
    {
        if (attempts.Count == 0) return null;

        var newest = attempts[0];
        var isDone = attempts.Any(a => a.ValidatedAt is not null);
        if (AgainAt(newest, attempts.Count(a => a.EndAt(now) is not null), rules, now) is not { } opensAt)
            return Standing(isDone ? ProjectState.Done : ProjectState.InProgress);
        if (isDone) return Standing(ProjectState.Done) with { OpensAt = opensAt };

        return opensAt > now ? Standing(ProjectState.Waiting) with { OpensAt = opensAt } : Standing(ProjectState.Open);

        ProjectStanding Standing(ProjectState state) => new(state, newest.Id, [], null);
    }

    /// <summary>When another attempt may follow the newest; null: that one goes on. Evaluated work ends when it is validated, too.</summary>
    private static DateTimeOffset? AgainAt(AttemptInfo newest, int failures, AttemptRules rules, DateTimeOffset now) => newest switch
    {
        { HandedInAt: not null, ValidatedAt: { } validated } => validated,
        _ => newest.EndAt(now) is { } ended ? ended + rules.WaitAfter(failures) : null,
    };

    private static ProjectStanding NotBegun(IEnumerable<IReadOnlyList<string>> requirements, HashSet<string> validated)
    {
        // A project of two tracks opens as soon as one of them has opened it; in no track it is open to everybody.
        var missing = requirements
            .Select(required => required.Where(slug => !validated.Contains(slug)).ToList())
            .MinBy(list => list.Count) ?? [];
        return new ProjectStanding(missing.Count == 0 ? ProjectState.Open : ProjectState.Locked, null, missing, null);
    }
}
