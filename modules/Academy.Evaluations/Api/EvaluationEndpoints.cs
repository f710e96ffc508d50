using System.Security.Claims;
using Academy.Evaluations.Absences;
using Academy.Evaluations.Appointments;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Works;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Api;

/// <summary>From the hand-in to the appointment.</summary>
internal static class EvaluationEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireRateLimiting(RateLimitNames.Api).WithTags("Evaluations");

        api.MapPost("/attempts/{id:guid}/hand-in", Give)
            .RequirePermission(Permissions.HandIn, Scopes.ApiWrite)
            .WithSummary("Hand in a graded commit to be evaluated by people")
            .Produces(204).ProducesProblem(404).ProducesProblem(409);
        api.MapGet("/attempts/{id:guid}/work", Work)
            .RequirePermission(Permissions.HandIn, Scopes.ApiRead)
            .WithSummary("What one has handed in: the evaluations that it has and lacks, and how long one usually waits")
            .Produces<WorkAnswer>().ProducesProblem(404);
        api.MapGet("/attempts/{id:guid}/times", Times)
            .RequirePermission(Permissions.HandIn, Scopes.ApiRead)
            .WithSummary("Times at which somebody could evaluate this work; not who")
            .Produces<IReadOnlyList<DateTimeOffset>>().ProducesProblem(404);
        api.MapPost("/attempts/{id:guid}/bookings", Book)
            .RequirePermission(Permissions.HandIn, Scopes.ApiWrite)
            .WithSummary("Book one of these times")
            .Produces<BookingAnswer>().ProducesProblem(404).ProducesProblem(409);
        api.MapPut("/attempts/{id:guid}/search", Search)
            .RequirePermission(Permissions.HandIn, Scopes.ApiWrite)
            .WithSummary("Let the academy look for an evaluator, or no longer")
            .Produces(204).ProducesProblem(404).ProducesProblem(409);
        api.MapGet("/appointments", Appointments)
            .RequirePermission(Permissions.Meet, Scopes.ApiRead)
            .WithSummary("What is ahead, on both sides; names and rooms only once they are revealed")
            .Produces<IReadOnlyList<AppointmentAnswer>>();
        api.MapDelete("/appointments/{id:guid}", Cancel)
            .RequirePermission(Permissions.Meet, Scopes.ApiWrite)
            .WithSummary("Cancel an appointment")
            .Produces(204).ProducesProblem(404).ProducesProblem(409);
        api.MapPost("/appointments/{id:guid}/absence", Absent)
            .RequirePermission(Permissions.Meet, Scopes.ApiWrite)
            .WithSummary("Tell that the other side did not come")
            .Produces(204).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> Give(
        Guid id, HandInWish wish, ClaimsPrincipal user, HandIn handIn, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await handIn.RunAsync(id, wish.Commit, user.Id(), ct), texts);

    private static async Task<IResult> Work(Guid id, ClaimsPrincipal user, ReadWork works, IStringLocalizer texts, CancellationToken ct) =>
        await works.FindAsync(id, user.Id(), ct) is { Work: { } work } view ? Results.Ok(WorkAnswer.Of(work, view)) : texts.Problem(Refusals.UnknownWork);

    private static async Task<IResult> Times(
        Guid id, ClaimsPrincipal user, ReadWork works, FreeTimes free, IStringLocalizer texts, CancellationToken ct) =>
        await works.FindAsync(id, user.Id(), ct) is { Work: { } work }
            ? Results.Ok((await free.ForAsync(work, ct)).Select(t => t.StartsAt).Distinct())
            : texts.Problem(Refusals.UnknownWork);

    private static async Task<IResult> Book(
        Guid id, BookingWish wish, ClaimsPrincipal user, BookTime book, IStringLocalizer texts, CancellationToken ct)
    {
        var outcome = await book.RunAsync(id, wish.StartsAt, user.Id(), ct);
        return outcome.IsRefused ? texts.Problem(outcome.Refusal!) : Results.Ok(new BookingAnswer(outcome.Value, wish.StartsAt));
    }

    private static async Task<IResult> Search(
        Guid id, SearchWish wish, ClaimsPrincipal user, SearchEvaluator search, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await search.RunAsync(id, wish.On, user.Id(), ct), texts);

    private static async Task<IResult> Appointments(ClaimsPrincipal user, ReadAppointments appointments, CancellationToken ct) =>
        Results.Ok((await appointments.AheadAsync(user.Id(), ct)).Select(AppointmentAnswer.Of));

    private static async Task<IResult> Cancel(
        Guid id, ClaimsPrincipal user, CancelAppointment cancel, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await cancel.RunAsync(id, user.Id(), ct), texts);

    private static async Task<IResult> Absent(
        Guid id, ClaimsPrincipal user, ReportAbsence report, IStringLocalizer texts, CancellationToken ct) =>
        Answer(await report.RunAsync(id, user.Id(), ct), texts);

    /// <summary>Done, or why not.</summary>
    public static IResult Answer(Outcome outcome, IStringLocalizer texts) =>
        outcome.IsRefused ? texts.Problem(outcome.Refusal!) : Results.NoContent();
}
