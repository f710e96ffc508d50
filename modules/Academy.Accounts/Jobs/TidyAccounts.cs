using Academy.Accounts.Audit;
using Academy.Accounts.Inviting;
using Academy.Accounts.Sessions;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Academy.Accounts.Jobs;

/// <summary>Forgets what has served its time: the law asks for it, and the tables stay small.</summary>
internal sealed class TidyAccounts(AcademyDb db, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var oldestEvent = now.AddDays(-options.Value.AuditDays);
        var oldestVisit = now - Session.Lifetime;
        await db.Set<SecurityEvent>().Where(e => e.At < oldestEvent).ExecuteDeleteAsync(ct);
        await db.Set<Invitation>().Where(i => i.ExpiresAt < oldestEvent).ExecuteDeleteAsync(ct);
        await db.Set<Session>().Where(s => s.LastSeenAt < oldestVisit).ExecuteDeleteAsync(ct);
    }
}
