using System.Security.Claims;
using Academy.Contracts.Repositories;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Feedback;
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

/// <summary>One evaluation, for both of its sides, and for the staff once it is handed in: the work, the rubric, comments on lines, and what was thought of it afterwards.</summary>
internal static class DefenceEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/defences/{id:guid}").RequireRateLimiting(RateLimitNames.Api).WithTags("Defences");

        api.MapGet("", Find)
            .RequirePermission(Permissions.Meet, Scopes.ApiRead)
            .WithSummary("An evaluation, as one of its two sides sees it: names only once they are revealed. The staff read it once it is handed in")
            .Produces<DefenceAnswer>().ProducesProblem(404);
        api.MapGet("/files", Files)
            .RequirePermission(Permissions.Meet, Scopes.ApiRead)
            .WithSummary("Files of the frozen commit, the learners' own first")
            .Produces<IReadOnlyList<FileAnswer>>().ProducesProblem(404);
        api.MapGet("/files/{**path}", Open)
            .RequirePermission(Permissions.Meet, Scopes.ApiRead)
            .WithSummary("A file of the frozen commit, as it is")
            .Produces<byte[]>(contentType: "application/octet-stream").ProducesProblem(404);
        api.MapPut("/sheet", Save)
            .RequirePermission(Permissions.Meet, Scopes.ApiWrite)
            .WithSummary("Save the rubric as far as it is filled in; sent again, it is kept once")
            .Produces<SavedAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        Change(api.MapPost("/hand-in", GiveIn), "Hand the evaluation in; sent again, it counts once");
        Change(api.MapPut("/comments/{comment:guid}", Comment), "Say something about a line, under an id of one's own making; sent again, it is kept once");
        Change(api.MapDelete("/comments/{comment:guid}", Remove), "Take back what one has said about a line");
        Change(api.MapPut("/feedback", Say), "Say whether one's evaluation was kind, precise and useful");
    }

    private static void Change(RouteHandlerBuilder endpoint, string summary) => endpoint
        .RequirePermission(Permissions.Meet, Scopes.ApiWrite)
        .WithSummary(summary)
        .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Find(
        Guid id, ClaimsPrincipal user, DefenceReader reader, IAuthorizationService authorization, IStringLocalizer texts, CancellationToken ct) =>
        await reader.FindAsync(id, user.Id(), await authorization.MayAsync(user, Permissions.Oversee), ct) is { } view ? Results.Ok(DefenceAnswer.Of(view)) : texts.Problem(Refusals.UnknownEvaluation);

    private static async Task<IResult> Files(
        Guid id, ClaimsPrincipal user, DefenceReader reader, WorkCode code, IAuthorizationService authorization, IStringLocalizer texts, CancellationToken ct) =>
        await reader.FindAsync(id, user.Id(), await authorization.MayAsync(user, Permissions.Oversee), ct) is { MayReadCode: true } view
            ? Results.Ok((await code.FilesAsync(view.Work, ct)).Select(f => new FileAnswer(f.Path, f.Size, f.IsOwn)))
            : texts.Problem(Refusals.UnknownEvaluation);

    private static async Task<IResult> Open(
        Guid id, string path, ClaimsPrincipal user, DefenceReader reader, IRepositories repositories, IAuthorizationService authorization,
        IStringLocalizer texts, CancellationToken ct) =>
        await reader.FindAsync(id, user.Id(), await authorization.MayAsync(user, Permissions.Oversee), ct) is { MayReadCode: true } view
        && await repositories.ReadFileAsync(view.Work.AttemptId, view.Work.Commit, path, SourceText.MaxBytes, ct) is { IsCut: false } file
            // Never shown by a browser as a page of ours, whatever somebody has pushed.
            ? Results.File(file.Bytes, "application/octet-stream")
            : texts.Problem(Refusals.UnknownEvaluation);

    private static async Task<IResult> Save(
        Guid id, SheetWish wish, ClaimsPrincipal user, SaveSheet save, IStringLocalizer texts, CancellationToken ct) =>
        (await save.RunAsync(id, user.Id(), wish.Number, wish.ToSheet(), ct)).Refusal is { } refusal
            ? texts.Problem(refusal)
            : Results.Ok(new SavedAnswer(wish.Number));

    private static async Task<IResult> GiveIn(
        Guid id, SheetWish wish, ClaimsPrincipal user, HandInEvaluation handIn, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await handIn.RunAsync(id, user.Id(), wish.Number, wish.ToSheet(), ct), texts);

    private static async Task<IResult> Comment(
        Guid id, Guid comment, CommentWish wish, ClaimsPrincipal user, CommentLine lines, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await lines.AddAsync(comment, id, user.Id(), wish.Path ?? "", wish.Line, wish.Text, ct), texts);

    private static async Task<IResult> Remove(
        Guid id, Guid comment, ClaimsPrincipal user, CommentLine lines, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await lines.RemoveAsync(comment, id, user.Id(), ct), texts);

    private static async Task<IResult> Say(
        Guid id, FeedbackWish wish, ClaimsPrincipal user, GiveFeedback give, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await give.RunAsync(id, user.Id(), wish.Kind, wish.Precise, wish.Useful, wish.Text, ct), texts);

    private static IResult Answer(Outcome outcome, IStringLocalizer texts) =>
        outcome.Refusal is { } refusal ? texts.Problem(refusal) : Results.NoContent();
}
