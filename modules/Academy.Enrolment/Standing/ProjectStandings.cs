using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;

namespace Academy.Enrolment.Standing;

/// <summary>Says what a learner can do with each project, and why not.</summary>
internal static class ProjectStandings
{
    public static IReadOnlyDictionary<string, ProjectStanding> Compute(Release release, IReadOnlyList<AttemptInfo> attempts)
    {
        var byProject = attempts.GroupBy(a => a.ProjectSlug).ToDictionary(g => g.Key, g => g.First());
        var validated = attempts.Where(a => a.ValidatedAt is not null).Select(a => a.ProjectSlug).ToHashSet();
        var requirements = release.Tracks.SelectMany(t => t.Projects).ToLookup(p => p.Slug, p => p.Requires);

        return release.Projects.Keys.ToDictionary(
            slug => slug,
            slug => Of(byProject.GetValueOrDefault(slug), requirements[slug], validated));
    }

    private static ProjectStanding Of(
        AttemptInfo? attempt, IEnumerable<IReadOnlyList<string>> requirements, HashSet<string> validated)
    {
        // What was begun stays open, whatever a later release asks for first.
        if (attempt is not null)
            return new ProjectStanding(attempt.ValidatedAt is null ? ProjectState.InProgress : ProjectState.Done, attempt.Id, []);

        // A project of two tracks opens as soon as one of them has opened it; in no track it is open to everybody.
        var missing = requirements
            .Select(required => required.Where(slug => !validated.Contains(slug)).ToList())
            .MinBy(list => list.Count) ?? [];
        return new ProjectStanding(missing.Count == 0 ? ProjectState.Open : ProjectState.Locked, null, missing);
    }
}
