using Academy.Kernel.Data;
using Academy.Notifications.Notices;
using Microsoft.EntityFrameworkCore;

namespace Academy.Notifications.Jobs;

/// <summary>Forgets what was read long ago.</summary>
internal sealed class TidyNotices(AcademyDb db, TimeProvider clock)
{
    public const int Days = 90;

    public async Task RunAsync(CancellationToken ct)
    {
        var oldest = clock.GetUtcNow().AddDays(-Days);
        await db.Set<Notice>().Where(n => n.ReadAt < oldest).ExecuteDeleteAsync(ct);
    }
}
