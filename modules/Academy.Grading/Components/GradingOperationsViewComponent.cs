using Academy.Contracts.Grading;
using Academy.Grading.Alerts;
using Academy.Grading.Live;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Sandbox;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Components;

/// <summary>For operators: whether grading works, what waits, and whether something needs a hand.</summary>
internal sealed class GradingOperationsViewComponent(AcademyDb db, GradingHealth health, TimeProvider clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string model)
    {
        var ct = HttpContext.RequestAborted;
        var yesterday = clock.GetUtcNow() - TimeSpan.FromDays(1);
        var verdicts = await db.Set<GradingRun>()
            .Where(r => r.FinishedAt >= yesterday && r.Verdict != null)
            .GroupBy(r => r.Verdict!.Value)
            .Select(g => new VerdictCount(g.Key, g.Count()))
            .ToListAsync(ct);
        return View("/Pages/Gradings/Operations.cshtml", new GradingOperations(
            health.Sandbox,
            await db.Set<GradingRun>().CountAsync(r => r.State == RunState.Queued, ct),
            await db.Set<GradingRun>().CountAsync(r => r.State == RunState.Running, ct),
            [.. verdicts.OrderByDescending(v => v.Count)],
            await db.Set<OperatorAlert>().CountAsync(a => a.ClearedAt == null, ct)));
    }
}

internal sealed record VerdictCount(Verdict Verdict, int Count);

/// <param name="Health">Of the sandbox of this process.</param>
/// <param name="Queued">Waiting now.</param>
/// <param name="Running">Under way now.</param>
/// <param name="Verdicts">Of the last 24 hours.</param>
/// <param name="Alerts">Open ones.</param>
internal sealed record GradingOperations(
    SandboxHealth Health, int Queued, int Running, IReadOnlyList<VerdictCount> Verdicts, int Alerts);
