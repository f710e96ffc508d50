using Academy.Kernel.Data;
using Academy.Notifications.Notices;
using Academy.Notifications.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Academy.Notifications.Jobs;

/// <summary>Forgets what was read, and what was sent, long ago.</summary>
internal sealed class TidyNotices(AcademyDb db, TimeProvider clock)
{
    public const int Days = 90;
    public const int LogDays = 30;

    public async Task RunAsync(CancellationToken ct)
    {
        var oldest = clock.GetUtcNow().AddDays(-Days);
        await db.Set<Notice>().Where(n => n.ReadAt < oldest).ExecuteDeleteAsync(ct);

        var oldestLog = clock.GetUtcNow().AddDays(-LogDays);
        await db.Set<WebhookDelivery>().Where(d => d.CreatedAt < oldestLog && d.State != DeliveryState.Waiting).ExecuteDeleteAsync(ct);
    }
}
