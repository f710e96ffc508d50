using System.Text.Json;
using Academy.Contracts.Grading;
using Academy.Grading.Alerts;
using Academy.Grading.Queue;
using Academy.Grading.Workers;
using Academy.Kernel.Data;
using Academy.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Academy.Grading.Operating;

/// <summary>Reads how grading is doing, with the same few queries however much there is.</summary>
internal sealed class ReadGradings(AcademyDb db, IOptions<GradingOptions> options, TimeProvider clock)
{
    private const int Shown = 20;

    /// <summary>Gradings whose times are looked at: enough for percentiles, and no more memory than that.</summary>
    private const int Measured = 5000;

    public async Task<GradingsOverview> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return new GradingsOverview(
            await AlertsAsync(ct),
            await QueueAsync(ct),
            await WorkersAsync(now, ct),
            await VerdictsAsync(now, ct),
            await HoursAsync(now, ct),
            await SlowestAsync(now, ct),
            await TroubledAsync(ct));
    }

    private async Task<IReadOnlyList<OperatorAlert>> AlertsAsync(CancellationToken ct) => await db.Set<OperatorAlert>().AsNoTracking()
        .Where(a => a.ClearedAt == null)
        .OrderByDescending(a => a.RaisedAt)
        .Take(Shown)
        .ToListAsync(ct);

    private async Task<IReadOnlyList<ClassLine>> QueueAsync(CancellationToken ct)
    {
        var groups = await db.Set<GradingRun>()
            .Where(r => r.State == RunState.Queued || r.State == RunState.Running)
            .GroupBy(r => new { r.Class, r.State })
            .Select(g => new { g.Key.Class, g.Key.State, Count = g.Count(), Oldest = g.Min(r => r.QueuedAt) })
            .ToListAsync(ct);
        return
        [
            .. Enum.GetValues<RunClass>().Select(runClass =>
            {
                var waiting = groups.SingleOrDefault(g => g.Class == runClass && g.State == RunState.Queued);
                var running = groups.SingleOrDefault(g => g.Class == runClass && g.State == RunState.Running);
                return new ClassLine(runClass, waiting?.Count ?? 0, waiting?.Oldest, running?.Count ?? 0);
            }),
        ];
    }

    private async Task<IReadOnlyList<WorkerLine>> WorkersAsync(DateTimeOffset now, CancellationToken ct) =>
    [
        .. (await db.Set<Worker>().AsNoTracking().OrderBy(w => w.Name).ToListAsync(ct)).Select(w => new WorkerLine(
            w,
            StateOf(w, now),
            w.Sandboxes == "" ? [] : JsonSerializer.Deserialize<IReadOnlyList<SandboxStatus>>(w.Sandboxes)!)),
    ];

    private WorkerState StateOf(Worker worker, DateTimeOffset now) => worker switch
    {
        { StoppedAt: not null } => WorkerState.Stopped,
        _ when !worker.IsAlive(now, options.Value.Silence) => WorkerState.Silent,
        { IsDraining: true, Running: 0 } => WorkerState.Drained,
        { IsDraining: true } => WorkerState.Draining,
        { Problem: not SandboxProblem.None } => WorkerState.Hindered,
        _ => WorkerState.Working,
    };

    private async Task<IReadOnlyList<VerdictLine>> VerdictsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var day = await CountAsync(now.AddDays(-1), ct);
        var week = await CountAsync(now.AddDays(-7), ct);
        return
        [
            .. week.OrderByDescending(v => v.Value).Select(v => new VerdictLine(v.Key, day.GetValueOrDefault(v.Key), v.Value)),
        ];
    }

    private Task<Dictionary<Verdict, int>> CountAsync(DateTimeOffset since, CancellationToken ct) => db.Set<GradingRun>()
        .Where(r => r.FinishedAt >= since && r.Verdict != null)
        .GroupBy(r => r.Verdict!.Value)
        .Select(g => new { g.Key, Count = g.Count() })
        .ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    private async Task<IReadOnlyList<HourLine>> HoursAsync(DateTimeOffset now, CancellationToken ct)
    {
        var first = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, now.Offset).AddHours(-23);
        var finished = await db.Set<GradingRun>()
            .Where(r => r.FinishedAt >= first && r.Verdict != null)
            .Select(r => new { FinishedAt = r.FinishedAt!.Value, Verdict = r.Verdict!.Value })
            .ToListAsync(ct);
        var byHour = finished.ToLookup(r => (int)(r.FinishedAt - first).TotalHours, r => r.Verdict);
        return
        [
            .. Enumerable.Range(0, 24).Select(hour => new HourLine(
                first.AddHours(hour),
                byHour[hour].CountBy(verdict => verdict).ToDictionary())),
        ];
    }

    private async Task<IReadOnlyList<ProjectLine>> SlowestAsync(DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-7);
        var times = await db.Set<GradingRun>()
            .Where(r => r.FinishedAt >= since && r.StartedAt != null && r.Verdict != null && r.Verdict != Verdict.PlatformError)
            .OrderByDescending(r => r.FinishedAt)
            .Take(Measured)
            .Select(r => new { r.ProjectSlug, StartedAt = r.StartedAt!.Value, FinishedAt = r.FinishedAt!.Value })
            .ToListAsync(ct);
        return
        [
            .. times.GroupBy(t => t.ProjectSlug)
                .Select(g => (Slug: g.Key, Times: g.Select(t => t.FinishedAt - t.StartedAt).Order().ToList()))
                .Select(p => new ProjectLine(p.Slug, p.Times.Count, p.Times.Percentile(50), p.Times.Percentile(95)))
                .OrderByDescending(p => p.Most)
                .Take(Shown / 2),
        ];
    }

    private async Task<IReadOnlyList<GradingRun>> TroubledAsync(CancellationToken ct) => await db.Set<GradingRun>().AsNoTracking()
        .Where(r => r.Verdict == Verdict.PlatformError || (r.State == RunState.Queued && r.Tries > 0))
        .OrderByDescending(r => r.QueuedAt)
        .Take(Shown)
        .ToListAsync(ct);
}
