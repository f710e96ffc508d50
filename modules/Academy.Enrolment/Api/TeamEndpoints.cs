using System.Security.Claims;
using Academy.Contracts.Enrolment;
using Academy.Enrolment.Attempts;
using Academy.Enrolment.Teams;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Academy.Enrolment.Api;

internal static class TeamEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireRateLimiting(RateLimitNames.Api).WithTags("Teams");

        api.MapGet("/invitations", Invitations)
            .RequirePermission(Permissions.Register, Scopes.ApiRead)
            .WithSummary("Teams that wait for one's own answer")
            .Produces<IReadOnlyList<InvitationAnswer>>();
        api.MapGet("/attempts/{id:guid}/team", Find)
            .RequirePermission(Permissions.Read, Scopes.ApiRead)
            .WithSummary("Who is in a team, and who is invited")
            .Produces<TeamAnswer>().ProducesProblem(404);
        api.MapGet("/attempts/{id:guid}/team/candidates", Candidates)
            .RequirePermission(Permissions.Register, Scopes.ApiRead)
            .WithSummary("Learners with this name who could join the captain's team")
            .Produces<IReadOnlyList<CandidateAnswer>>().ProducesProblem(404);
        Change(api, "/attempts/{id:guid}/team/invitations/{learner:guid}", "PUT", "Invite somebody",
            (team, id, me, learner, ct) => team.InviteAsync(id, me, learner, ct));
        Change(api, "/attempts/{id:guid}/team/members/{learner:guid}", "DELETE", "Leave, or say no; the captain: withdraw an invitation, or take somebody out",
            (team, id, me, learner, ct) => me == learner ? team.LeaveAsync(id, me, ct) : team.RemoveAsync(id, me, learner, ct));
        Change(api, "/attempts/{id:guid}/team/confirmation", "PUT", "Join the team",
            (team, id, me, _, ct) => team.ConfirmAsync(id, me, ct));
        Change(api, "/attempts/{id:guid}/team/start", "POST", "Get to work, once enough have confirmed",
            (team, id, me, _, ct) => team.StartAsync(id, me, ct));
    }

    private static void Change(
        RouteGroupBuilder api, string path, string method, string summary,
        Func<ChangeTeam, Guid, Guid, Guid, CancellationToken, Task<Outcome>> change) =>
        api.MapMethods(path, [method], async (Guid id, HttpContext http, ChangeTeam team, IStringLocalizer texts, CancellationToken ct) =>
            {
                _ = Guid.TryParse(http.Request.RouteValues["learner"] as string, out var learner);
                var outcome = await change(team, id, http.User.Id(), learner, ct);
                return outcome.IsRefused ? texts.Problem(outcome.Refusal!) : Results.NoContent();
            })
            .RequirePermission(Permissions.Register, Scopes.ApiWrite)
            .WithSummary(summary)
            .Produces(204).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Invitations(ClaimsPrincipal user, TeamReader reader, CancellationToken ct) =>
        Results.Ok((await reader.InvitationsAsync(user.Id(), ct)).Select(i => new InvitationAnswer(i.AttemptId, i.Project.Slug, i.Captain)));

    private static async Task<IResult> Find(Guid id, ClaimsPrincipal user, TeamReader reader, IStringLocalizer texts, CancellationToken ct) =>
        await reader.FindAsync(id, user.Id(), user.Has(Role.Trainer), ct) is { } team
            ? Results.Ok(new TeamAnswer(
                team.Project.Slug, team.State, team.Size.Min, team.Size.Max,
                [.. team.Mates.Select(m => new MateAnswer(m.Person.Id, m.Person.Name, m.State == MemberState.Confirmed, m.Person.Id == team.CaptainId))]))
            : texts.Problem(Refusals.UnknownAttempt);

    private static async Task<IResult> Candidates(
        Guid id, ClaimsPrincipal user, TeamReader reader, IStringLocalizer texts, CancellationToken ct, string search = "") =>
        await reader.FindAsync(id, user.Id(), seesAll: false, ct) is { Role: TeamRole.Captain } team
            ? Results.Ok((await reader.CandidatesAsync(team, search, ct)).Select(p => new CandidateAnswer(p.Id, p.Name)))
            : texts.Problem(Refusals.UnknownAttempt);
}

internal sealed record InvitationAnswer(Guid AttemptId, string Project, string Captain);

internal sealed record CandidateAnswer(Guid Id, string Name);

internal sealed record TeamAnswer(string Project, AttemptState State, int Min, int Max, IReadOnlyList<MateAnswer> Members);

internal sealed record MateAnswer(Guid Id, string Name, bool HasConfirmed, bool IsCaptain);
