using System.Security.Claims;
using Academy.Evaluations.Absences;
using Academy.Evaluations.Calendar;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Evaluations.Recorded;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Api;

/// <summary>Points, calendars, videos, and what the staff takes back.</summary>
internal static class PointEndpoints
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireRateLimiting(RateLimitNames.Api).WithTags("Evaluations");

        api.MapGet("/points", Ledger)
            .RequirePermission(Permissions.Points, Scopes.ApiRead)
            .WithSummary("One's own points and where they came from, newest first; `next` is the cursor of the next page")
            .Produces<PointsAnswer>();
        api.MapPost("/calendar", Renew)
            .RequirePermission(Permissions.Meet, Scopes.ApiWrite)
            .WithSummary("Make a new secret address of one's calendar; the old one leads nowhere from now on")
            .Produces<CalendarAnswer>().ProducesProblem(409);
        api.MapDelete("/calendar", Revoke)
            .RequirePermission(Permissions.Meet, Scopes.ApiWrite)
            .WithSummary("Make the address of one's calendar invalid")
            .Produces(204);
        api.MapGet("/incidents", Incidents)
            .RequirePermission(Permissions.Oversee, Scopes.ApiRead)
            .WithSummary("Missed appointments and what became of them, newest first; `next` is the cursor of the next page")
            .Produces<IncidentsAnswer>();
        api.MapPost("/incidents/{id:guid}/undo", Undo)
            .RequirePermission(Permissions.Oversee, Scopes.ApiWrite)
            .WithSummary("Take back what the rules did")
            .Produces(204).ProducesProblem(404).ProducesProblem(409);

        // The secret is the permission: calendar programs cannot sign in.
        endpoints.MapGet("/calendar/{secret}.ics", Feed).AllowAnonymous().RequireRateLimiting(RateLimitNames.Api).ExcludeFromDescription();
        endpoints.MapGet("/attempts/{id:guid}/recording/video", Video).RequireAuthorization(Permissions.Meet).ExcludeFromDescription();
    }

    private static async Task<IResult> Ledger(ClaimsPrincipal user, ReadPoints points, Guid? cursor, CancellationToken ct)
    {
        var view = await points.OfAsync(user.Id(), cursor, PageSize, ct);
        return Results.Ok(new PointsAnswer(
            view.Balance, [.. view.Lines.Select(l => new PointLineAnswer(l.Id, l.At, l.Change, l.Reason, l.Project?.ToString()))], view.Next));
    }

    private static async Task<IResult> Renew(
        ClaimsPrincipal user, CalendarSecrets calendar, SiteAddress site, IStringLocalizer texts, CancellationToken ct)
    {
        var outcome = await calendar.RenewAsync(user.Id(), ct);
        return outcome.IsRefused ? texts.Problem(outcome.Refusal!) : Results.Ok(new CalendarAnswer(site.Of($"/calendar/{outcome.Value}.ics")));
    }

    private static async Task<IResult> Revoke(ClaimsPrincipal user, CalendarSecrets calendar, CancellationToken ct)
    {
        await calendar.RevokeAsync(user.Id(), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> Incidents(ReadIncidents incidents, CancellationToken ct, Guid? cursor = null)
    {
        var (items, next) = await incidents.PageAsync(cursor, ReadIncidents.PageSize, ct);
        return Results.Ok(new IncidentsAnswer(
            [.. items.Select(v => new IncidentAnswer(v.Incident.Id, v.Incident.Kind, v.Project.ToString(), v.StartsAt, v.Incident.At, v.Incident.UndoneAt))],
            next));
    }

    private static async Task<IResult> Undo(
        Guid id, ClaimsPrincipal user, UndoIncident undo, IStringLocalizer texts, CancellationToken ct)
    {
        var outcome = await undo.RunAsync(id, user.Id(), ct);
        return outcome.IsRefused ? texts.Problem(outcome.Refusal!) : Results.NoContent();
    }

    private static async Task<IResult> Feed(string secret, HttpContext http, WriteCalendar calendar, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return await calendar.FindAsync(secret, ct) is { } text ? Results.Text(text, "text/calendar; charset=utf-8") : Results.NotFound();
    }

    /// <summary>For whoever made it, whoever evaluates it, and trainers; once there is something to judge, for the staff who judge.</summary>
    private static async Task<IResult> Video(
        Guid id, ClaimsPrincipal user, AcademyDb db, RecordingFiles files, IAuthorizationService authorization, HttpContext http, CancellationToken ct)
    {
        var personId = user.Id();
        var oversees = await authorization.MayAsync(user, Permissions.Oversee);
        var may = user.Has(Role.Trainer)
            || await db.Set<WorkMember>().AnyAsync(m => m.AttemptId == id && m.LearnerId == personId, ct)
            || await db.Set<Evaluation>().AnyAsync(
                e => e.AttemptId == id && e.IsHeld && e.Kind != EvaluationKind.Calibration
                    && (e.EvaluatorId == personId || (oversees && e.State == EvaluationState.Done)),
                ct);
        var type = may ? await db.Set<Recording>().Where(r => r.AttemptId == id).Select(r => r.FileType).SingleOrDefaultAsync(ct) : null;
        if (type is null || !File.Exists(files.PathOf(id))) return Results.NotFound();

        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(files.PathOf(id), type, enableRangeProcessing: true);
    }
}
