using System.Security.Claims;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Repositories;
using Academy.Enrolment.Ending;
using Academy.Enrolment.Registering;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Academy.Enrolment.Api;

internal static class EnrolmentEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireRateLimiting(RateLimitNames.Api).WithTags("Attempts");

        api.MapPost("/projects/{slug}/registrations", Register)
            .RequirePermission(Permissions.Register, Scopes.ApiWrite)
            .WithSummary("Begin a project, or get the attempt that was begun")
            .Produces<RegistrationAnswer>()
            .ProducesProblem(404).ProducesProblem(409);
        api.MapGet("/attempts/{id:guid}", Find)
            .RequirePermission(Permissions.Read, Scopes.ApiRead)
            .WithSummary("One attempt")
            .Produces<AttemptAnswer>()
            .ProducesProblem(404);
        api.MapGet("/attempts", List)
            .RequirePermission(Permissions.Read, Scopes.ApiRead)
            .WithSummary("One's own attempts, newest first")
            .Produces<IReadOnlyList<AttemptAnswer>>();
        api.MapPost("/attempts/{id:guid}/give-up", GiveUp)
            .RequirePermission(Permissions.Register, Scopes.ApiWrite)
            .WithSummary("End an attempt without a mark; for a team, the captain decides")
            .Produces(204)
            .ProducesProblem(404).ProducesProblem(409);
        api.MapGet("/standing", Standing)
            .RequirePermission(Permissions.Register, Scopes.ApiRead)
            .WithSummary("What can be done with each project now, what is missing, and from when another attempt may begin")
            .Produces<IReadOnlyList<StandingAnswer>>();
    }

    private static async Task<IResult> Register(
        string slug, ClaimsPrincipal user, RegisterForProject register, IRepositories repositories, IStringLocalizer texts, CancellationToken ct)
    {
        var outcome = await register.RunAsync(user.Id(), slug, ct);
        if (outcome.IsRefused) return texts.Problem(outcome.Refusal!);

        return Results.Ok(new RegistrationAnswer(outcome.Value, await repositories.CloneUrlAsync(outcome.Value, ct)));
    }

    private static async Task<IResult> Find(
        Guid id, ClaimsPrincipal user, IEnrolment enrolment, IRepositories repositories, IStringLocalizer texts, CancellationToken ct)
    {
        var attempt = await enrolment.FindForAsync(id, user.Id(), ct);
        if (attempt is null || !user.MayRead(attempt)) return texts.Problem(Refusals.UnknownAttempt);

        return Results.Ok(AttemptAnswer.Of(attempt) with { CloneUrl = await repositories.CloneUrlAsync(id, ct) });
    }

    private static async Task<IResult> List(ClaimsPrincipal user, IEnrolment enrolment, CancellationToken ct) =>
        Results.Ok((await enrolment.ForLearnerAsync(user.Id(), ct)).Select(AttemptAnswer.Of));

    private static async Task<IResult> GiveUp(Guid id, ClaimsPrincipal user, GiveUpAttempt giveUp, IStringLocalizer texts, CancellationToken ct)
    {
        var outcome = await giveUp.RunAsync(id, user.Id(), ct);
        return outcome.IsRefused ? texts.Problem(outcome.Refusal!) : Results.NoContent();
    }

    private static async Task<IResult> Standing(ClaimsPrincipal user, IEnrolment enrolment, CancellationToken ct) =>
        Results.Ok((await enrolment.StandingAsync(user.Id(), ct)).Select(s => new StandingAnswer(
            s.Key, s.Value.State, s.Value.AttemptId, s.Value.MissingProjects, s.Value.OpensAt)));
}

internal sealed record StandingAnswer(
    string Project, ProjectState State, Guid? AttemptId, IReadOnlyList<string> MissingProjects, DateTimeOffset? OpensAt);

internal sealed record RegistrationAnswer(Guid AttemptId, string? CloneUrl);

/// <param name="Id">The attempt.</param>
/// <param name="Project">Its slug.</param>
/// <param name="Release">The release to which it is pinned.</param>
/// <param name="State">inProgress or done; null once it has ended without success: see <paramref name="Status"/>.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="ValidatedAt">When it was validated.</param>
/// <param name="DeadlineAt">The end of an exam.</param>
/// <param name="CloneUrl">Its repository; null where none is told.</param>
/// <param name="Status">How far the attempt is, for the reader.</param>
/// <param name="Members">Everybody who works on it, the captain first.</param>
/// <param name="HandedInAt">When it was handed in to be evaluated.</param>
/// <param name="EndedAt">When it failed or was given up.</param>
internal sealed record AttemptAnswer(
    Guid Id, string Project, string Release, ProjectState? State, DateTimeOffset StartedAt, DateTimeOffset? ValidatedAt,
    DateTimeOffset? DeadlineAt, string? CloneUrl, AttemptState Status, IReadOnlyList<Guid> Members, DateTimeOffset? HandedInAt,
    DateTimeOffset? EndedAt)
{
    public static AttemptAnswer Of(AttemptInfo attempt) => new(
        attempt.Id,
        attempt.ProjectSlug,
        attempt.ReleaseId,
        attempt.State switch
        {
            AttemptState.Validated => ProjectState.Done,
            AttemptState.Failed or AttemptState.GivenUp => null,
            _ => ProjectState.InProgress,
        },
        attempt.StartedAt,
        attempt.ValidatedAt,
        attempt.DeadlineAt,
        null,
        attempt.State,
        attempt.MemberIds,
        attempt.HandedInAt,
        attempt.EndedAt);
}
