using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Academy.Grading.Alerts;

/// <summary>Raises and clears alerts, in the caller's next save.</summary>
internal sealed class RaiseAlert(AcademyDb db, TimeProvider clock, ILogger<RaiseAlert> log)
{
    public Task GradingFailedAsync(GradingRun run, CancellationToken ct) =>
        RaiseAsync(AlertKind.GradingFailed, run.Id.ToString(), $"{run.ProjectSlug}: {run.Notice}", ct);

    public async Task RaiseAsync(AlertKind kind, string subject, string detail, CancellationToken ct)
    {
        log.LogError("Alert {Kind} {Subject}: {Detail}", kind, subject, detail);
        if (await FindAsync(kind, subject, ct) is { } open)
        {
            open.Tell(detail);
            return;
        }

        var now = clock.GetUtcNow();
        var alert = new OperatorAlert(kind, subject, detail, now);
        db.Add(alert);
        db.Publish(new OperatorAlerted(alert.Id, $"{subject}: {detail}", now), now);
    }

    public async Task ClearAsync(AlertKind kind, string subject, CancellationToken ct)
    {
        if (await FindAsync(kind, subject, ct) is { } open) open.Clear(clock.GetUtcNow());
    }

    private Task<OperatorAlert?> FindAsync(AlertKind kind, string subject, CancellationToken ct) =>
        db.Set<OperatorAlert>().SingleOrDefaultAsync(a => a.Kind == kind && a.Subject == subject && a.ClearedAt == null, ct);
}
