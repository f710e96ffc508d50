using System.Security.Claims;
using Academy.Grading.Regrading;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Academy.Grading.Api;

internal static class RegradeEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/regrades").RequireRateLimiting(RateLimitNames.Api).WithTags("Regrades");

        api.MapGet("", List)
            .RequirePermission(Permissions.Regrade, Scopes.ApiRead)
            .WithSummary("The newest regrades")
            .Produces<IReadOnlyList<RegradeAnswer>>();
        api.MapPost("", Start)
            .RequirePermission(Permissions.Regrade, Scopes.ApiWrite)
            .WithSummary("Grade results of a project again, as a trial that changes nothing")
            .Produces<RegradeStarted>().ProducesProblem(404).ProducesProblem(409);
        api.MapGet("/{id:guid}", Find)
            .RequirePermission(Permissions.Regrade, Scopes.ApiRead)
            .WithSummary("A regrade with what changes for whom")
            .Produces<RegradeDetails>().ProducesProblem(404);
        api.MapPost("/{id:guid}/stop", Stop)
            .RequirePermission(Permissions.Regrade, Scopes.ApiWrite)
            .WithSummary("Stop a trial: what waits is not graded; what was graded can still be applied")
            .Produces<RegradeDecided>().ProducesProblem(404).ProducesProblem(409);
        api.MapPost("/{id:guid}/apply", Apply)
            .RequirePermission(Permissions.Regrade, Scopes.ApiWrite)
            .WithSummary("Let better results count; lower ones and lost projects only if asked")
            .Produces<RegradeDecided>().ProducesProblem(404).ProducesProblem(409);
        api.MapPost("/{id:guid}/undo", Undo)
            .RequirePermission(Permissions.Regrade, Scopes.ApiWrite)
            .WithSummary("Bring back the results from before")
            .Produces<RegradeDecided>().ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> List(RegradeReader reader, CancellationToken ct) =>
        Results.Ok((await reader.ListAsync(ct)).Select(RegradeAnswer.Of));

    private static async Task<IResult> Start(
        RegradeWish wish, ClaimsPrincipal user, StartRegrade start, IStringLocalizer texts, CancellationToken ct)
    {
        var outcome = await start.RunAsync(
            new RegradeRequest(wish.Project, wish.OnlyRelease, wish.WithCurrentTests, wish.Learners ?? [], wish.Names ?? []), user.Id(), ct);
        return outcome.IsRefused ? texts.Problem(outcome.Refusal!) : Results.Ok(new RegradeStarted(outcome.Value));
    }

    private static async Task<IResult> Find(Guid id, RegradeReader reader, IStringLocalizer texts, CancellationToken ct) =>
        await reader.FindAsync(id, ct) is { } view ? Results.Ok(RegradeDetails.Of(view)) : texts.Problem(Refusals.UnknownRegrade);

    private static async Task<IResult> Stop(
        Guid id, ClaimsPrincipal user, DecideRegrade decide, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await decide.StopAsync(id, user.Id(), ct), texts);

    private static async Task<IResult> Apply(
        Guid id, RegradeDecision decision, ClaimsPrincipal user, DecideRegrade decide, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await decide.ApplyAsync(id, decision.AlsoLower, decision.AlsoLost, user.Id(), ct), texts);

    private static async Task<IResult> Undo(
        Guid id, ClaimsPrincipal user, DecideRegrade decide, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await decide.UndoAsync(id, user.Id(), ct), texts);

    private static IResult Answer(Outcome<int> outcome, IStringLocalizer texts) =>
        outcome.IsRefused ? texts.Problem(outcome.Refusal!) : Results.Ok(new RegradeDecided(outcome.Value));
}

/// <param name="Project">Its slug.</param>
/// <param name="OnlyRelease">Only attempts that began with this release.</param>
/// <param name="WithCurrentTests">Run the current release's tests; otherwise each attempt's own again.</param>
/// <param name="Learners">Only these accounts, and those of <paramref name="Names"/>; neither: everybody.</param>
/// <param name="Names">Names or e-mail addresses of people who have a result in the project; each must fit one person.</param>
internal sealed record RegradeWish(
    string Project, string? OnlyRelease = null, bool WithCurrentTests = true, IReadOnlyList<Guid>? Learners = null, IReadOnlyList<string>? Names = null);

/// <param name="AlsoLower">Let lower marks count, too.</param>
/// <param name="AlsoLost">Take validated projects back, too.</param>
internal sealed record RegradeDecision(bool AlsoLower = false, bool AlsoLost = false);

internal sealed record RegradeStarted(Guid Id);

/// <param name="Results">How many results changed; when it was stopped, how many will not be graded.</param>
internal sealed record RegradeDecided(int Results);

internal sealed record RegradeAnswer(
    Guid Id, string Project, string? OnlyRelease, string? WithRelease, RegradeState State, DateTimeOffset AskedAt, int Total, int Done)
{
    public static RegradeAnswer Of(RegradeSummary s) => new(
        s.Regrade.Id, s.Regrade.ProjectSlug, s.Regrade.OnlyReleaseId, s.Regrade.WithReleaseId, s.Regrade.State, s.Regrade.AskedAt, s.Total, s.Done);
}

internal sealed record RegradeDetails(RegradeAnswer Regrade, IReadOnlyList<RegradeChangeAnswer> Changes)
{
    public static RegradeDetails Of(RegradeView view) => new(
        RegradeAnswer.Of(new RegradeSummary(view.Regrade, view.Total, view.Done)),
        [
            .. view.Lines.Select(l => new RegradeChangeAnswer(
                l.Item.LearnerId, l.Item.AttemptId, l.Run.Id, l.Change, l.Item.OldPercent, l.Item.OldIsValidated,
                l.IsKnown ? l.New.Percent : null,
                l.IsKnown ? l.New.IsValidated : null,
                l.Run.Counts)),
        ]);
}

internal sealed record RegradeChangeAnswer(
    Guid LearnerId, Guid AttemptId, Guid GradingId, RegradeChange Change, int OldPercent, bool OldIsValidated, int? NewPercent,
    bool? NewIsValidated, bool Counts);
