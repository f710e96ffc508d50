using System.Net.Http.Headers;
using System.Text;
using Academy.Kernel.Data;
using Academy.Kernel.Queues;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Academy.Notifications.Webhooks;

/// <summary>Takes the delivery that is due longest, and sends it.</summary>
internal sealed class SendNext(AcademyDb db, WebhookClient client, WebhookSecrets secrets, TimeProvider clock, ILogger<SendNext> log) : ITakeNext
{
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var delivery = await db.Set<WebhookDelivery>()
            .Where(d => d.State == DeliveryState.Waiting && d.DueAt <= now)
            .OrderBy(d => d.DueAt)
            .FirstOrDefaultAsync(ct);
        if (delivery is null) return false;

        delivery.Take(now);
        // Refused: another process was quicker.
        if ((await db.SaveOrRefuseAsync(Refusals.OnItsWay, ct)).IsRefused) return true;

        var webhook = await db.Set<Webhook>().AsNoTracking().SingleAsync(w => w.Id == delivery.WebhookId, ct);
        using var request = Request(webhook, delivery, now);
        var answer = await client.SendAsync(request, ct);

        delivery.Note(answer, clock.GetUtcNow());
        if (delivery.State == DeliveryState.GivenUp) log.LogWarning("Delivery {DeliveryId} of webhook {WebhookId} is given up", delivery.Id, webhook.Id);
        // Refused: an operator sent it again, or removed the webhook, meanwhile.
        await db.SaveOrRefuseAsync(Refusals.OnItsWay, ct);
        return true;
    }

    private HttpRequestMessage Request(Webhook webhook, WebhookDelivery delivery, DateTimeOffset now)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new StringContent(delivery.Payload, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.UserAgent.ParseAdd("Academy-Webhooks/1");
        request.Headers.Add("X-Academy-Event", delivery.Event.ToString());
        request.Headers.Add("X-Academy-Delivery", delivery.Id.ToString());
        request.Headers.Add("X-Academy-Timestamp", WebhookSecrets.Timestamp(now));
        request.Headers.Add("X-Academy-Signature", secrets.Sign(webhook.ProtectedSecret, now, delivery.Payload));
        return request;
    }
}
