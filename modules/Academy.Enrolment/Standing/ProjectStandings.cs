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
        if (attempts.Any(a => a.ValidatedAt is not null)) return Standing(ProjectState.Done);

        var newest = attempts[0];
        if (newest.EndAt(now) is not { } ended) return Standing(ProjectState.InProgress);

        var opensAt = ended + rules.WaitAfter(attempts.Count(a => a.EndAt(now) is not null));
        return opensAt > now ? Standing(ProjectState.Waiting) with { OpensAt = opensAt } : Standing(ProjectState.Open);

        ProjectStanding Standing(ProjectState state) => new(state, attempts[0].Id, [], null);
    }

    private static ProjectStanding NotBegun(IEnumerable<IReadOnlyList<string>> requirements, HashSet<string> validated)
    {
        // A project of two tracks opens as soon as one of them has opened it; in no track it is open to everybody.
        var missing = requirements
            .Select(required => required.Where(slug => !validated.Contains(slug)).ToList())
            .MinBy(list => list.Count) ?? [];
        return new ProjectStanding(missing.Count == 0 ? ProjectState.Open : ProjectState.Locked, null, missing, null);
    }
}
