using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Academy.Evaluations.Appeals;
using Academy.Evaluations.Cases;
using Academy.Evaluations.Reading;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Api;

/// <summary>How marks come about, and what people decide about them.</summary>
internal static class MarkEndpoints
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireRateLimiting(RateLimitNames.Api).WithTags("Marks");

        api.MapGet("/marks/{attemptId:guid}", Find)
            .RequirePermission(Permissions.ReadMarks, Scopes.ApiRead)
            .WithSummary("What a mark stands on: one's own, or any for those who look after them")
            .Produces<MarkAnswer>().ProducesProblem(404);
        api.MapPost("/attempts/{id:guid}/appeals", Raise)
            .RequirePermission(Permissions.HandIn, Scopes.ApiWrite)
            .WithSummary("Appeal against one's own mark")
            .Produces<RaisedAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        api.MapGet("/appeals", Appeals)
            .RequirePermission(Permissions.Judge, Scopes.ApiRead)
            .WithSummary("Appeals, newest first, all or those that are open; `next` is the cursor of the next page")
            .Produces<AppealsAnswer>();
        api.MapGet("/cases", Cases)
            .RequirePermission(Permissions.DecideCases, Scopes.ApiRead)
            .WithSummary("Cases, newest first, all or those that are open; `next` is the cursor of the next page")
            .Produces<CasesAnswer>();
        Change(api.MapPost("/appeals/{id:guid}/judgement", Judge), Permissions.Judge, "Judge an appeal about a mark in which one had no part: another mark, or none");
        Change(api.MapPut("/cases/{id:guid}/statement", State), Permissions.HandIn, "Say what one has to say to a case about one's own work");
        Change(api.MapPost("/cases/{id:guid}/decision", Decide), Permissions.DecideCases, "Decide a case");
    }

    private static void Change(RouteHandlerBuilder endpoint, string permission, string summary) => endpoint
        .RequirePermission(permission, Scopes.ApiWrite)
        .WithSummary(summary)
        .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Find(
        Guid attemptId, ClaimsPrincipal user, MarkReader reader, IAuthorizationService authorization, IStringLocalizer texts, CancellationToken ct)
    {
        var oversees = await authorization.MayAsync(user, Permissions.Oversee);
        return await reader.FindAsync(attemptId, user.Id(), oversees, ct) is { } view
            ? Results.Ok(MarkAnswer.Of(view, user.Id()))
            : texts.Problem(Refusals.UnknownWork);
    }

    private static async Task<IResult> Raise(
        Guid id, AppealWish wish, ClaimsPrincipal user, RaiseAppeal raise, IStringLocalizer texts, CancellationToken ct)
    {
        var raised = await raise.RunAsync(id, user.Id(), wish.Text, ct);
        return raised.Refusal is { } refusal ? texts.Problem(refusal) : Results.Ok(new RaisedAnswer(raised.Value));
    }

    private static async Task<IResult> Appeals(
        JudgingPages pages, CancellationToken ct, bool open = false, Guid? cursor = null, [Range(1, Most)] int limit = 30)
    {
        var (items, next) = await pages.AppealsAsync(open, cursor, Math.Clamp(limit, 1, Most), ct);
        return Results.Ok(new AppealsAnswer([.. items.Select(AppealAnswer.Of)], next));
    }

    private static async Task<IResult> Cases(
        JudgingPages pages, CancellationToken ct, bool open = false, Guid? cursor = null, [Range(1, Most)] int limit = 30)
    {
        var (items, next) = await pages.CasesAsync(open, cursor, Math.Clamp(limit, 1, Most), ct);
        return Results.Ok(new CasesAnswer([.. items.Select(CaseAnswer.Of)], next));
    }

    private static async Task<IResult> Judge(
        Guid id, JudgementWish wish, ClaimsPrincipal user, JudgeAppeal judge, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await judge.RunAsync(id, user.Id(), wish.Percent, wish.Reason, ct), texts);

    private static async Task<IResult> State(
        Guid id, StatementWish wish, ClaimsPrincipal user, AnswerCase answer, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await answer.RunAsync(id, user.Id(), wish.Statement, ct), texts);

    private static async Task<IResult> Decide(
        Guid id, DecisionWish wish, ClaimsPrincipal user, DecideCase decide, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await decide.RunAsync(id, user.Id(), wish.IsUpheld, wish.Reason ?? "", ct), texts);

    private static IResult Answer(Outcome outcome, IStringLocalizer texts) =>
        outcome.Refusal is { } refusal ? texts.Problem(refusal) : Results.NoContent();
}
