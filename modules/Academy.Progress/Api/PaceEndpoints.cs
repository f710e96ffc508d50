using System.Security.Claims;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Progress.Pace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Academy.Progress.Api;

internal static class PaceEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/pace").RequireRateLimiting(RateLimitNames.Api).WithTags("Pace");

        api.MapGet("", Read)
            .RequirePermission(Permissions.Learn, Scopes.ApiRead)
            .WithSummary("One's own pace, pause, and projected dates")
            .Produces<PaceAnswer>().Produces(204);
        api.MapPut("", (HoursWish wish, ClaimsPrincipal user, ChangePace change, IStringLocalizer texts, CancellationToken ct) =>
                Done(change.ChooseHoursAsync(user.Id(), wish.WeeklyHours, ct), texts))
            .RequirePermission(Permissions.Learn, Scopes.ApiWrite)
            .WithSummary("Choose hours a week")
            .Produces(204).ProducesProblem(400).ProducesProblem(409);
        api.MapPut("/pause", (PauseWish wish, ClaimsPrincipal user, ChangePace change, IStringLocalizer texts, CancellationToken ct) =>
                Done(change.PauseAsync(user.Id(), wish.Until, ct), texts))
            .RequirePermission(Permissions.Learn, Scopes.ApiWrite)
            .WithSummary("Pause, without a reason, until a moment or without an end")
            .Produces(204).ProducesProblem(400).ProducesProblem(409);
        api.MapDelete("/pause", (ClaimsPrincipal user, ChangePace change, IStringLocalizer texts, CancellationToken ct) =>
                Done(change.ResumeAsync(user.Id(), ct), texts))
            .RequirePermission(Permissions.Learn, Scopes.ApiWrite)
            .WithSummary("Go on")
            .Produces(204).ProducesProblem(409);
    }

    private static async Task<IResult> Read(ClaimsPrincipal user, ReadPace read, CancellationToken ct) =>
        await read.ForAsync(user.Id(), ct) is { } pace
            ? Results.Ok(new PaceAnswer(
                pace.ChosenHours, Math.Round(pace.Plan.WeeklyHours, 1), pace.Pause is not null, pace.Pause?.Until, pace.Plan.EndAt,
                [.. pace.Plan.Dates.Select(d => new DateAnswer(d.Project.Slug, d.At))]))
            : Results.NoContent();

    private static async Task<IResult> Done(Task<Outcome> doing, IStringLocalizer texts)
    {
        var outcome = await doing;
        return outcome.IsRefused ? texts.Problem(outcome.Refusal!) : Results.NoContent();
    }
}

internal sealed record HoursWish(int WeeklyHours);

internal sealed record PauseWish(DateTimeOffset? Until);

/// <param name="WeeklyHours">Chosen.</param>
/// <param name="ComputedHours">What the dates are computed with: what was really done weighs in.</param>
/// <param name="IsPaused">Whether there is a pause now.</param>
/// <param name="PausedUntil">Its end; null: none, or no pause.</param>
/// <param name="EndAt">When all projects that there are will be done.</param>
/// <param name="Projects">In order.</param>
internal sealed record PaceAnswer(
    int WeeklyHours, double ComputedHours, bool IsPaused, DateTimeOffset? PausedUntil, DateTimeOffset? EndAt, IReadOnlyList<DateAnswer> Projects);

internal sealed record DateAnswer(string Project, DateTimeOffset At);
