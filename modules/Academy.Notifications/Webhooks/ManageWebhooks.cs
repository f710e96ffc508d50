using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Notifications.Webhooks;

/// <summary>Operators say which sites are told what.</summary>
internal sealed class ManageWebhooks(AcademyDb db, WebhookAddress addresses, WebhookSecrets secrets, WebhookSignal signal, TimeProvider clock)
{
    private const int Most = 20;

    /// <summary>The secret is shown now, and never again.</summary>
    public async Task<Outcome<NewWebhook>> AddAsync(string? url, IReadOnlyCollection<WebhookEvent> events, CancellationToken ct)
    {
        var address = addresses.Check(url);
        if (address.IsRefused) return address.Refusal!;
        if (events.Count == 0 || events.Any(e => e == WebhookEvent.Test || !Enum.IsDefined(e))) return Refusals.ChooseEvents;
        if (await db.Set<Webhook>().CountAsync(ct) >= Most) return Refusals.TooManyWebhooks.With(Most);

        var secret = Webhook.NewSecret();
        var webhook = new Webhook(address.Value!, events, secrets.Protect(secret), clock.GetUtcNow());
        db.Add(webhook);
        await db.SaveChangesAsync(ct);
        return new NewWebhook(webhook.Id, secret);
    }

    /// <summary>From now on everything is signed with it, also what waits.</summary>
    public async Task<Outcome<NewWebhook>> ChangeSecretAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Webhook>().SingleOrDefaultAsync(w => w.Id == id, ct) is not { } webhook) return Refusals.NoSuchWebhook;

        var secret = Webhook.NewSecret();
        webhook.ChangeSecret(secrets.Protect(secret));
        await db.SaveChangesAsync(ct);
        return new NewWebhook(id, secret);
    }

    /// <summary>Its log goes with it.</summary>
    public async Task<Outcome> RemoveAsync(Guid id, CancellationToken ct) =>
        await db.Set<Webhook>().Where(w => w.Id == id).ExecuteDeleteAsync(ct) == 1 ? Outcome.Done : Refusals.NoSuchWebhook;

    /// <summary>Sends an event of no meaning, to see whether the address answers.</summary>
    public async Task<Outcome> TestAsync(Guid id, CancellationToken ct)
    {
        if (!await db.Set<Webhook>().AnyAsync(w => w.Id == id, ct)) return Refusals.NoSuchWebhook;

        var now = clock.GetUtcNow();
        var key = Guid.CreateVersion7(now);
        db.Add(new WebhookDelivery(id, WebhookEvent.Test, key.ToString(), RecordEvent.Write(WebhookEvent.Test, now, new { TestId = key }), now));
        await db.SaveChangesAsync(ct);
        signal.Wake();
        return Outcome.Done;
    }

    public async Task<Outcome> SendAgainAsync(Guid id, Guid deliveryId, CancellationToken ct)
    {
        var delivery = await db.Set<WebhookDelivery>().SingleOrDefaultAsync(d => d.Id == deliveryId && d.WebhookId == id, ct);
        if (delivery is null) return Refusals.NoSuchDelivery;

        var outcome = delivery.SendAgain(clock.GetUtcNow());
        if (outcome.IsRefused) return outcome;

        var saved = await db.SaveOrRefuseAsync(Refusals.OnItsWay, ct);
        signal.Wake();
        return saved;
    }
}

/// <param name="Id">The webhook.</param>
/// <param name="Secret">With which the other site checks the signature.</param>
internal sealed record NewWebhook(Guid Id, string Secret);
