using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Notifications.Webhooks;

/// <summary>The webhooks, and the log of each.</summary>
internal sealed class ReadWebhooks(AcademyDb db)
{
    public async Task<IReadOnlyList<WebhookLine>> AllAsync(CancellationToken ct)
    {
        var webhooks = await db.Set<Webhook>().AsNoTracking().OrderBy(w => w.Id).ToListAsync(ct);
        var counts = await db.Set<WebhookDelivery>().GroupBy(d => new { d.WebhookId, d.State })
            .Select(g => new { g.Key.WebhookId, g.Key.State, Count = g.Count() })
            .ToDictionaryAsync(g => (g.WebhookId, g.State), g => g.Count, ct);
        return [.. webhooks.Select(w => new WebhookLine(
            w,
            counts.GetValueOrDefault((w.Id, DeliveryState.Waiting)),
            counts.GetValueOrDefault((w.Id, DeliveryState.Delivered)),
            counts.GetValueOrDefault((w.Id, DeliveryState.GivenUp))))];
    }

    /// <summary>Newest first; null when there is no such webhook.</summary>
    public async Task<WebhookLog?> LogAsync(Guid id, Guid? before, int most, CancellationToken ct)
    {
        if (await db.Set<Webhook>().AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, ct) is not { } webhook) return null;

        var deliveries = db.Set<WebhookDelivery>().AsNoTracking().Where(d => d.WebhookId == id);
        if (before is { } cursor) deliveries = deliveries.Where(d => d.Id.CompareTo(cursor) < 0);
        var found = await deliveries.OrderByDescending(d => d.Id).Take(most + 1).ToListAsync(ct);
        return new WebhookLog(webhook, [.. found.Take(most)], found.Count > most ? found[most - 1].Id : null);
    }
}

/// <summary>A webhook, with how many deliveries are in which state.</summary>
internal sealed record WebhookLine(Webhook Webhook, int Waiting, int Delivered, int GivenUp);

/// <param name="Webhook">Which.</param>
/// <param name="Deliveries">Newest first.</param>
/// <param name="Next">The next page begins before this one; null: there is none.</param>
internal sealed record WebhookLog(Webhook Webhook, IReadOnlyList<WebhookDelivery> Deliveries, Guid? Next);
