using Academy.Grading.Alerts;
using Academy.Grading.Operating;
using Academy.Grading.Queue;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Academy.Grading.Api;

internal static class OperatingEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/operations").RequireRateLimiting(RateLimitNames.Api).WithTags("Operations");

        api.MapGet("/gradings", async (ReadGradings read, CancellationToken ct) => Results.Ok(OverviewAnswer.Of(await read.RunAsync(ct))))
            .RequirePermission(KernelPermissions.Operate, Scopes.ApiRead)
            .WithSummary("Queue, workers, verdicts, slowest projects, alerts")
            .Produces<OverviewAnswer>();
        Change(api.MapPost("/workers/{name}/drain", (string name, OperateGradings operate, IStringLocalizer texts, CancellationToken ct) =>
            AnswerAsync(operate.DrainAsync(name, draining: true, ct), texts)), "Let a worker finish what runs and begin nothing more");
        Change(api.MapPost("/workers/{name}/undrain", (string name, OperateGradings operate, IStringLocalizer texts, CancellationToken ct) =>
            AnswerAsync(operate.DrainAsync(name, draining: false, ct), texts)), "Let a worker work again");
        Change(api.MapPost("/gradings/{id:guid}/run-again", (Guid id, OperateGradings operate, IStringLocalizer texts, CancellationToken ct) =>
            AnswerAsync(operate.RunAgainAsync(id, ct), texts)), "Grade again what failed on our side");
        Change(api.MapPost("/alerts/{id:guid}/clear", (Guid id, OperateGradings operate, IStringLocalizer texts, CancellationToken ct) =>
            AnswerAsync(operate.ClearAsync(id, ct), texts)), "Put an alert away");
    }

    private static void Change(RouteHandlerBuilder endpoint, string summary) => endpoint
        .RequirePermission(KernelPermissions.Operate, Scopes.ApiWrite)
        .WithSummary(summary)
        .Produces(204).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> AnswerAsync(Task<Outcome> work, IStringLocalizer texts)
    {
        var outcome = await work;
        return outcome.IsRefused ? texts.Problem(outcome.Refusal!) : Results.NoContent();
    }
}

internal sealed record OverviewAnswer(
    IReadOnlyList<AlertAnswer> Alerts,
    IReadOnlyList<ClassLine> Queue,
    IReadOnlyList<WorkerAnswer> Workers,
    IReadOnlyList<VerdictLine> Verdicts,
    IReadOnlyList<SlowProjectAnswer> SlowestProjects,
    IReadOnlyList<TroubleAnswer> PlatformErrors)
{
    public static OverviewAnswer Of(GradingsOverview view) => new(
        [.. view.Alerts.Select(a => new AlertAnswer(a.Id, a.Kind, a.Subject, a.Detail, a.RaisedAt))],
        view.Queue,
        [
            .. view.Workers.Select(w => new WorkerAnswer(
                w.Worker.Name, w.State, w.Worker.Running, w.Worker.Capacity, w.Worker.StartedAt, w.Worker.HeartbeatAt, w.Worker.IsDraining,
                w.Worker.Reason, w.Sandboxes)),
        ],
        view.Verdicts,
        [.. view.Slowest.Select(p => new SlowProjectAnswer(p.Slug, p.Count, p.Half.TotalSeconds, p.Most.TotalSeconds))],
        [.. view.Troubled.Select(r => new TroubleAnswer(r.Id, r.ProjectSlug, r.State, r.Tries, r.DueAt, r.Notice))]);
}

internal sealed record AlertAnswer(Guid Id, AlertKind Kind, string Subject, string Detail, DateTimeOffset RaisedAt);

internal sealed record WorkerAnswer(
    string Name, WorkerState State, int Running, int Capacity, DateTimeOffset StartedAt, DateTimeOffset HeartbeatAt, bool IsDraining,
    string Reason, IReadOnlyList<SandboxStatus> Sandboxes);

/// <summary>Seconds of a grading without the queue.</summary>
internal sealed record SlowProjectAnswer(string Project, int Count, double P50, double P95);

internal sealed record TroubleAnswer(Guid Id, string Project, RunState State, int Tries, DateTimeOffset DueAt, string? Notice);
