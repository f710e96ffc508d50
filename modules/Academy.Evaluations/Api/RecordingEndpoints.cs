using System.Security.Claims;
using Academy.Evaluations.Recorded;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using static Academy.Evaluations.Api.EvaluationEndpoints;

namespace Academy.Evaluations.Api;

/// <summary>Defences without an appointment.</summary>
internal static class RecordingEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireRateLimiting(RateLimitNames.Api).WithTags("Recordings");

        api.MapPut("/attempts/{id:guid}/recording", Send)
            .RequirePermission(Permissions.HandIn, Scopes.ApiWrite)
            .WithSummary("Send one's defence as a link to a video, a text, or both; a file is sent on the page")
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        api.MapGet("/recordings", Offers)
            .RequirePermission(Permissions.Meet, Scopes.ApiRead)
            .WithSummary("Recorded and written defences that one may take; nobody's name")
            .Produces<IEnumerable<RecordingAnswer>>();
        api.MapPost("/recordings/{attemptId:guid}/take", Take)
            .RequirePermission(Permissions.Meet, Scopes.ApiWrite)
            .WithSummary("Take one of them; the id is that of the defence")
            .Produces<TakenAnswer>().ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> Send(
        Guid id, RecordingText wish, ClaimsPrincipal user, SendRecording send, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await send.RunAsync(id, new RecordingWish(wish.Link, wish.Text, null, null), user.Id(), ct), texts);

    private static async Task<IResult> Offers(ClaimsPrincipal user, TakeRecording take, CancellationToken ct) =>
        Results.Ok((await take.OffersAsync(user.Id(), ct)).Select(o => new RecordingAnswer(o.AttemptId, o.Project.ToString(), o.Kind, o.SentAt, o.Minutes)));

    private static async Task<IResult> Take(Guid attemptId, ClaimsPrincipal user, TakeRecording take, IStringLocalizer texts, CancellationToken ct)
    {
        var outcome = await take.RunAsync(attemptId, user.Id(), ct);
        return outcome.IsRefused ? texts.Problem(outcome.Refusal!) : Results.Ok(new TakenAnswer(outcome.Value));
    }
}
