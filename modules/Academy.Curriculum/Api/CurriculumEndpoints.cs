using System.Security.Claims;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Curriculum.Tracks;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Academy.Curriculum.Api;

internal static class CurriculumEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/projects").RequireRateLimiting(RateLimitNames.Api).WithTags("Projects");

        api.MapGet("", List)
            .RequirePermission(Permissions.Read, Scopes.ApiRead)
            .WithSummary("All projects, in the order of the tracks, with one's own state")
            .Produces<IReadOnlyList<ProjectAnswer>>();
        api.MapGet("/{slug}", Find)
            .RequirePermission(Permissions.Read, Scopes.ApiRead)
            .WithSummary("One project")
            .Produces<ProjectDetailsAnswer>()
            .ProducesProblem(404);
    }

    private static async Task<IResult> List(ClaimsPrincipal user, ICurriculum curriculum, IEnrolment enrolment, CancellationToken ct)
    {
        if (curriculum.Current is not { } release) return Results.Ok(Array.Empty<ProjectAnswer>());

        var standings = await enrolment.StandingAsync(user.Id(), ct);
        var slugs = release.Tracks.SelectMany(t => t.Projects).Select(p => p.Slug).Distinct();
        return Results.Ok(slugs.Select(slug => ProjectAnswer.Of(release, release.Projects[slug], standings[slug])));
    }

    private static async Task<IResult> Find(
        string slug, ClaimsPrincipal user, ICurriculum curriculum, IEnrolment enrolment, IStringLocalizer texts, CancellationToken ct)
    {
        if (curriculum.Current is not { } release || !release.Projects.TryGetValue(slug, out var project))
            return texts.Problem(Refusals.UnknownProject);

        var standing = (await enrolment.StandingAsync(user.Id(), ct))[slug];
        return Results.Ok(new ProjectDetailsAnswer(
            slug, project.Title.ToString(), standing.State, project.Xp, project.Hours, release.Requires(slug),
            project.Summary.ToString(), standing.MissingProjects, standing.AttemptId, project.Skills, project.MaxScore,
            release.Rules.PassMark, release.Id, standing.OpensAt));
    }
}

/// <param name="OpensAt">From when another attempt may begin, after one that ended.</param>
internal sealed record ProjectAnswer(
    string Slug, string Title, ProjectState State, int Xp, int Hours, IReadOnlyList<string> Requires, DateTimeOffset? OpensAt)
{
    public static ProjectAnswer Of(Release release, Project project, ProjectStanding standing) =>
        new(project.Slug, project.Title.ToString(), standing.State, project.Xp, project.Hours, release.Requires(project.Slug), standing.OpensAt);
}

/// <param name="Missing">Locked: what is to be validated first.</param>
/// <param name="Attempt">One's own newest attempt.</param>
/// <param name="Skills">Points of each skill at 100 %.</param>
/// <param name="OpensAt">From when another attempt may begin, after one that ended.</param>
/// <param name="PassMark">Percent of the points that validates the project.</param>
internal sealed record ProjectDetailsAnswer(
    string Slug, string Title, ProjectState State, int Xp, int Hours, IReadOnlyList<string> Requires,
    string Summary, IReadOnlyList<string> Missing, Guid? Attempt, IReadOnlyDictionary<string, int> Skills, decimal MaxScore,
    int PassMark, string Release, DateTimeOffset? OpensAt);
