using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Kernel.Outbox;

/// <summary>What an operator does with an event that failed too often.</summary>
public sealed class SettlePoison(AcademyDb db, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>Tries it again from the start; nothing happens when it is gone.</summary>
    public async Task RetryAsync(long messageId, CancellationToken ct)
    {
        if (await db.Set<OutboxMessage>().SingleOrDefaultAsync(m => m.Id == messageId, ct) is not { } message) return;

        message.Retry(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        signal.Wake();
    }

    /// <summary>Gives up a poisoned event, so that later ones of its aggregate go on.</summary>
    public Task DiscardAsync(long messageId, CancellationToken ct) =>
        db.Set<OutboxMessage>().Where(m => m.Id == messageId && m.IsPoison).ExecuteDeleteAsync(ct);
}
