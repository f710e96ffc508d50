using System.Security.Claims;
using Academy.Evaluations.Slots;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using static Academy.Evaluations.Api.EvaluationEndpoints;

namespace Academy.Evaluations.Api;

/// <summary>When somebody evaluates others.</summary>
internal static class SlotEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireRateLimiting(RateLimitNames.Api).WithTags("Slots");

        api.MapGet("/slots", Slots)
            .RequirePermission(Permissions.Meet, Scopes.ApiRead)
            .WithSummary("One's own open times of the next weeks")
            .Produces<IEnumerable<OpenTimeAnswer>>();
        api.MapPost("/slots", Open)
            .RequirePermission(Permissions.Meet, Scopes.ApiWrite)
            .WithSummary("Open a time, once or each week, by one's own clock")
            .Produces(204).ProducesProblem(409);
        api.MapPost("/slots/close", Close)
            .RequirePermission(Permissions.Meet, Scopes.ApiWrite)
            .WithSummary("Close what is open and not booked between two moments")
            .Produces(204).ProducesProblem(409);
        api.MapGet("/slots/weekly", Weekly)
            .RequirePermission(Permissions.Meet, Scopes.ApiRead)
            .WithSummary("One's own times that open again each week")
            .Produces<IEnumerable<WeeklyTimeAnswer>>();
        api.MapDelete("/slots/weekly/{id:guid}", Stop)
            .RequirePermission(Permissions.Meet, Scopes.ApiWrite)
            .WithSummary("Let a time not open again; what is open already stays open")
            .Produces(204).ProducesProblem(404);
        api.MapGet("/slots/choices", Choices)
            .RequirePermission(Permissions.Meet, Scopes.ApiRead)
            .WithSummary("How many evaluations a day one takes at most, and whether recorded defences, too")
            .Produces<EvaluatorAnswer>();
        api.MapPut("/slots/choices", Choose)
            .RequirePermission(Permissions.Meet, Scopes.ApiWrite)
            .WithSummary("Choose how many evaluations a day one takes at most, and whether recorded defences, too")
            .Produces(204).ProducesProblem(409);
    }

    private static async Task<IResult> Slots(ClaimsPrincipal user, ReadTimes times, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return Results.Ok((await times.OpenAsync(user.Id(), now.AddDays(-1), now.AddDays(100), ct)).Select(t => new OpenTimeAnswer(t.StartsAt, t.EndsAt, t.IsBooked)));
    }

    private static async Task<IResult> Open(OpenTimeWish wish, ClaimsPrincipal user, OpenTimes open, IStringLocalizer texts, CancellationToken ct) => Answer(
        await open.RunAsync(
            user.Id(), new TimeWish(wish.Day, wish.From, wish.To, wish.WeeklyUntil), user.FindFirstValue(LocalTime.ZoneClaim) ?? LocalTime.DefaultZone, ct),
        texts);

    private static async Task<IResult> Close(
        Closing closing, ClaimsPrincipal user, ReadTimes times, ArrangeWeek arrange, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await arrange.RunAsync(user.Id(), await times.StartsAsync(user.Id(), closing.From, closing.To, ct), [], ct), texts);

    private static async Task<IResult> Weekly(ClaimsPrincipal user, ReadTimes times, CancellationToken ct) =>
        Results.Ok((await times.WeeklyAsync(user.Id(), ct)).Select(t => new WeeklyTimeAnswer(t.Id, t.Day, t.From, t.To, t.Zone, t.Until)));

    private static async Task<IResult> Stop(Guid id, ClaimsPrincipal user, EvaluatorChoices choices, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await choices.StopWeeklyAsync(user.Id(), id, ct), texts);

    private static async Task<IResult> Choices(ClaimsPrincipal user, ReadTimes times, CancellationToken ct)
    {
        var chosen = await times.ChoicesAsync(user.Id(), ct);
        return Results.Ok(new EvaluatorAnswer(chosen.PerDay, chosen.TakesRecorded));
    }

    private static async Task<IResult> Choose(EvaluatorAnswer wish, ClaimsPrincipal user, EvaluatorChoices choices, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await choices.ChooseAsync(user.Id(), wish.PerDay, wish.TakesRecorded, ct), texts);
}
