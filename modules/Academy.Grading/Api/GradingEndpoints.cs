using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Academy.Contracts.Enrolment;
using Academy.Grading.Live;
using Academy.Grading.Workers;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Academy.Grading.Api;

internal static class GradingEndpoints
{
    private const int LongestList = 200;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireRateLimiting(RateLimitNames.Api).WithTags("Gradings");

        api.MapGet("/attempts/{id:guid}/gradings", List)
            .RequirePermission(Permissions.Read, Scopes.ApiRead)
            .WithSummary("Gradings of an attempt, newest first")
            .Produces<IReadOnlyList<GradingSummary>>()
            .ProducesProblem(404);
        api.MapGet("/gradings/{id:guid}", Find)
            .RequirePermission(Permissions.Read, Scopes.ApiRead)
            .WithSummary("One grading with its tests")
            .Produces<GradingAnswer>()
            .ProducesProblem(404);
        api.MapGet("/gradings/{id:guid}/events", Events)
            .RequirePermission(Permissions.Read, Scopes.ApiRead)
            .WithSummary("The grading each time it changes, until it is over (server-sent events named “grading”)")
            .Produces<GradingAnswer>(200, "text/event-stream")
            .ProducesProblem(404);
    }

    private static async Task<IResult> List(
        Guid id, ClaimsPrincipal user, IEnrolment enrolment, GradingReader reader, IStringLocalizer texts, CancellationToken ct)
    {
        var attempt = await enrolment.FindAsync(id, ct);
        if (attempt is null || !user.MayRead(attempt)) return texts.Problem(Refusals.UnknownAttempt);

        return Results.Ok((await reader.ForAttemptAsync(id, LongestList, ct)).Select(GradingSummary.Of));
    }

    private static async Task<IResult> Find(
        Guid id, ClaimsPrincipal user, GradingReader reader, IStringLocalizer texts, CancellationToken ct) =>
        await reader.FindAsync(id, user, ct) is { } view
            ? Results.Ok(GradingAnswer.Of(view, texts))
            : texts.Problem(Refusals.UnknownGrading);

    private static async Task<IResult> Events(
        Guid id, HttpContext context, GradingReader reader, GradingFeed feed, IServiceScopeFactory scopes, IStringLocalizer texts)
    {
        var ct = context.RequestAborted;
        if (await reader.FindAsync(id, context.User, ct) is null) return texts.Problem(Refusals.UnknownGrading);

        return TypedResults.ServerSentEvents(FollowAsync(id, context.User, feed, scopes, texts, ct));
    }

    private static async IAsyncEnumerable<SseItem<GradingAnswer>> FollowAsync(
        Guid id, ClaimsPrincipal user, GradingFeed feed, IServiceScopeFactory scopes, IStringLocalizer texts,
        [EnumeratorCancellation] CancellationToken ct)
    {
        using var watcher = feed.Watch(id);
        (long Version, int Tests, int? Position, WaitReason Problem)? sent = null;
        while (!ct.IsCancellationRequested)
        {
            // A scope each time: the reader of a long stream holds no database connection and sees fresh rows.
            await using var scope = scopes.CreateAsyncScope();
            var view = await scope.ServiceProvider.GetRequiredService<GradingReader>().FindAsync(id, user, ct);
            if (view is null) yield break;

            var now = (view.Run.Version, view.FinishedTests, view.Position, view.Problem);
            if (sent != now) yield return new SseItem<GradingAnswer>(GradingAnswer.Of(view, texts), "grading");
            if (view.Run.IsOver) yield break;

            sent = now;
            await watcher.WaitAsync(ct);
        }
    }
}
