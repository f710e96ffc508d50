using System.Text.Json;
using System.Text.Json.Serialization;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Notifications.Webhooks;

/// <summary>Lays an event out for every webhook that asked for it.</summary>
internal sealed class RecordEvent(AcademyDb db, WebhookSignal signal, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <param name="happened">What.</param>
    /// <param name="key">The same event has the same key: it is sent once to each.</param>
    /// <param name="at">When.</param>
    /// <param name="data">Ids, slugs, marks, moments; no names.</param>
    /// <param name="ct">Stops.</param>
    public async Task RunAsync(WebhookEvent happened, string key, DateTimeOffset at, object data, CancellationToken ct)
    {
        var name = happened.ToString();
        var asked = await db.Set<Webhook>().AsNoTracking()
            .Where(w => w.Events.Contains(name))
            .Where(w => !db.Set<WebhookDelivery>().Any(d => d.WebhookId == w.Id && d.Event == happened && d.Key == key))
            .Select(w => w.Id)
            .ToListAsync(ct);
        if (asked.Count == 0) return;

        var payload = Write(happened, at, data);
        db.AddRange(asked.Select(id => new WebhookDelivery(id, happened, key, payload, clock.GetUtcNow())));
        // A second delivery of the same event at the same moment throws here, and finds its work done when it is tried again.
        await db.SaveChangesAsync(ct);
        signal.Wake();
    }

    public static string Write(WebhookEvent happened, DateTimeOffset at, object data) =>
        JsonSerializer.Serialize(new { Event = happened.ToString(), At = at, Data = data }, Json);
}
