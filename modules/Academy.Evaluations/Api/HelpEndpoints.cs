using System.Security.Claims;
using Academy.Contracts.Enrolment;
using Academy.Evaluations.Helping;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Api;

internal static class HelpEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireRateLimiting(RateLimitNames.Api).WithTags("Help");

        api.MapGet("/help", async (HelpReader read, CancellationToken ct) => Results.Ok(HelpQueueAnswer.Of(await read.QueueAsync(ct))))
            .RequirePermission(Permissions.Help, Scopes.ApiRead)
            .WithSummary("Learners who wait for a mentor, the longest wait first")
            .Produces<HelpQueueAnswer>();
        api.MapGet("/attempts/{id:guid}/help", OfAttemptAsync)
            .RequirePermission(Permissions.AskHelp, Scopes.ApiRead)
            .WithSummary("Requests for help about one's own work, newest first")
            .Produces<IReadOnlyList<HelpLineAnswer>>().ProducesProblem(404);
        api.MapPost("/attempts/{id:guid}/help", AskAsync)
            .RequirePermission(Permissions.AskHelp, Scopes.ApiWrite)
            .WithSummary("Ask for help, perhaps about a line of a commit")
            .Produces<HelpAskedAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        api.MapGet("/help/{id:guid}", FindAsync)
            .RequirePermission(Permissions.ReadHelp, Scopes.ApiRead)
            .WithSummary("A request for help, with what was written")
            .Produces<HelpThreadAnswer>().ProducesProblem(404);
        Change(api.MapPost("/help/{id:guid}/take", async (Guid id, ClaimsPrincipal user, KeepHelp keep, IStringLocalizer texts, CancellationToken ct) =>
            Answer(await keep.TakeAsync(id, user.Id(), ct), texts)), Permissions.Help, "Keep a request while one prepares an answer");
        Change(api.MapPost("/help/{id:guid}/let-go", async (Guid id, ClaimsPrincipal user, KeepHelp keep, IStringLocalizer texts, CancellationToken ct) =>
            Answer(await keep.LetGoAsync(id, user.Id(), ct), texts)), Permissions.Help, "Put a request back into the queue");
        Change(api.MapPost("/help/{id:guid}/messages", async (
            Guid id, WriteHelp body, ClaimsPrincipal user, TalkAboutHelp talk, IStringLocalizer texts, CancellationToken ct) =>
            Answer(await talk.WriteAsync(id, user.Id(), user.Has(Role.Mentor | Role.Trainer), body.Text, ct), texts)),
            Permissions.ReadHelp, "Answer, or write back");
        Change(api.MapPost("/help/{id:guid}/solve", async (Guid id, ClaimsPrincipal user, TalkAboutHelp talk, IStringLocalizer texts, CancellationToken ct) =>
            Answer(await talk.SolveAsync(id, user.Id(), ct), texts)), Permissions.AskHelp, "Say that one is no longer stuck");
    }

    private static void Change(RouteHandlerBuilder endpoint, string permission, string summary) => endpoint
        .RequirePermission(permission, Scopes.ApiWrite)
        .WithSummary(summary)
        .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> OfAttemptAsync(
        Guid id, ClaimsPrincipal user, IEnrolment enrolment, HelpReader read, IStringLocalizer texts, CancellationToken ct) =>
        await enrolment.FindAsync(id, ct) is { } attempt && attempt.Has(user.Id())
            ? Results.Ok((await read.OfAttemptAsync(id, ct)).Select(HelpLineAnswer.Of))
            : texts.Problem(Refusals.UnknownWork);

    private static async Task<IResult> AskAsync(
        Guid id, AskHelpBody body, ClaimsPrincipal user, AskHelp ask, IStringLocalizer texts, CancellationToken ct)
    {
        var asked = await ask.RunAsync(id, user.Id(), new HelpPlace(body.Commit, body.Path, body.Line), body.Question, ct);
        return asked.Refusal is { } refusal ? texts.Problem(refusal) : Results.Ok(new HelpAskedAnswer(asked.Value));
    }

    private static async Task<IResult> FindAsync(Guid id, ClaimsPrincipal user, HelpReader read, IStringLocalizer texts, CancellationToken ct) =>
        await read.FindAsync(id, user, ct) is { } thread ? Results.Ok(HelpThreadAnswer.Of(thread)) : texts.Problem(HelpRefusals.UnknownRequest);

    private static IResult Answer(Outcome outcome, IStringLocalizer texts) =>
        outcome.Refusal is { } refusal ? texts.Problem(refusal) : Results.NoContent();
}

/// <param name="Question">Markdown.</param>
/// <param name="Commit">Full object id, together with <paramref name="Path"/>; or neither.</param>
/// <param name="Path">A file of the commit.</param>
/// <param name="Line">From 1; null: the whole file.</param>
internal sealed record AskHelpBody(string? Question, string? Commit, string? Path, int? Line);

internal sealed record HelpAskedAnswer(Guid Id);

/// <param name="Text">Markdown.</param>
internal sealed record WriteHelp(string? Text);

/// <param name="WaitP50">Seconds from the question to the first answer; null while too few are known.</param>
/// <param name="WaitP90">Seconds.</param>
internal sealed record HelpQueueAnswer(IReadOnlyList<HelpLineAnswer> Items, double? WaitP50, double? WaitP90)
{
    public static HelpQueueAnswer Of(HelpQueue queue) => new(
        [.. queue.Lines.Select(HelpLineAnswer.Of)], queue.Wait?.Half.TotalSeconds, queue.Wait?.MostOfThem.TotalSeconds);
}

/// <param name="KeptUntil">While a mentor prepares an answer.</param>
internal sealed record HelpLineAnswer(
    Guid Id, Guid AttemptId, string Project, string Learner, HelpState State, DateTimeOffset AskedAt, DateTimeOffset WaitingSince, DateTimeOffset? KeptUntil)
{
    public static HelpLineAnswer Of(HelpLine line) => new(
        line.Request.Id, line.Request.AttemptId, line.Project.Slug, line.LearnerName, line.Request.State, line.Request.AskedAt,
        line.Request.WaitingSince, line.KeeperId is null ? null : line.Request.KeptUntil);
}

internal sealed record HelpThreadAnswer(
    Guid Id, Guid AttemptId, string Project, string Learner, HelpState State, string? Commit, string? Path, int? Line,
    DateTimeOffset? KeptUntil, IReadOnlyList<HelpMessageAnswer> Messages)
{
    public static HelpThreadAnswer Of(HelpThread thread) => new(
        thread.Request.Id, thread.Request.AttemptId, thread.Project.Slug, thread.LearnerName, thread.Request.State, thread.Request.Commit,
        thread.Request.Path, thread.Request.Line, thread.KeeperId is null ? null : thread.Request.KeptUntil,
        [.. thread.Words.Select(w => new HelpMessageAnswer(w.AuthorName, w.Text, w.At))]);
}

/// <param name="Text">Markdown.</param>
internal sealed record HelpMessageAnswer(string Author, string Text, DateTimeOffset At);
