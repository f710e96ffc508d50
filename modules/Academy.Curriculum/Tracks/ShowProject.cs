using System.Security.Claims;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Kernel.Permissions;

namespace Academy.Curriculum.Tracks;

/// <summary>A project with what its reader has done of it.</summary>
internal sealed class ShowProject(ICurriculum curriculum, IEnrolment enrolment)
{
    /// <returns>Null when there is no such project for this reader.</returns>
    public async Task<ProjectView?> RunAsync(string slug, ClaimsPrincipal reader, CancellationToken ct)
    {
        if (curriculum.Current is not { } current) return null;

        var release = current;
        IReadOnlyDictionary<string, ProjectStanding>? standings = null;
        if (reader.Has(Role.Learner))
        {
            standings = await enrolment.StandingAsync(reader.Id(), ct);
            var attempt = (await enrolment.ForLearnerAsync(reader.Id(), ct)).FirstOrDefault(a => a.ProjectSlug == slug);
            if (attempt is not null) release = await curriculum.GetAsync(attempt.ReleaseId, ct);
        }

        if (!release.Projects.TryGetValue(slug, out var project)) return null;

        var requires = current.Requires(slug)
            .Select(r => new RequiredProject(
                r, current.Projects[r].Title, standings is null ? StepState.Plain : StepLook.StateOf(standings[r].State)))
            .ToList();
        var stage = current.Tracks.SelectMany(t => t.Stages.Index()).FirstOrDefault(s => s.Item.Projects.Any(p => p.Slug == slug));
        var newer = release.Id != current.Id && current.Projects.ContainsKey(slug) ? current : null;
        return new ProjectView(project, release, newer, standings?.GetValueOrDefault(slug), requires, stage.Item, stage.Index + 1);
    }
}

internal static class Requirements
{
    /// <summary>What a project requires in any of its tracks.</summary>
    public static IReadOnlyList<string> Requires(this Release release, string slug) =>
        [.. release.Tracks.SelectMany(t => t.Projects).Where(p => p.Slug == slug).SelectMany(p => p.Requires).Distinct()];
}
