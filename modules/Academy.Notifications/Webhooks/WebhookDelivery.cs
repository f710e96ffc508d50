using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Notifications.Webhooks;

internal enum DeliveryState
{
    /// <summary>To be sent at <see cref="WebhookDelivery.DueAt"/>.</summary>
    Waiting,

    /// <summary>The other site said that it has it.</summary>
    Delivered,

    /// <summary>Tried as often as we try.</summary>
    GivenUp,
}

/// <summary>One event on its way to one webhook; afterwards, the log of it.</summary>
internal sealed class WebhookDelivery : IVersioned
{
    public const int MostTries = 10;
    public const int LongestResponse = 4096;

    /// <summary>A sender that died lets go after this; longer than a request may take.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    /// <summary>From one try to the next.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(6),
    ];

    private WebhookDelivery()
    {
    }

    /// <param name="webhookId">To whom.</param>
    /// <param name="happened">What.</param>
    /// <param name="key">The same event has the same key.</param>
    /// <param name="payload">JSON.</param>
    /// <param name="now">When it is due at first.</param>
    public WebhookDelivery(Guid webhookId, WebhookEvent happened, string key, string payload, DateTimeOffset now)
    {
        (Id, WebhookId, Event, Key, Payload) = (Guid.CreateVersion7(now), webhookId, happened, key, payload);
        (CreatedAt, DueAt) = (now, now);
    }

    /// <summary>Grows with time: lists are ordered by it.</summary>
    public Guid Id { get; private set; }

    public Guid WebhookId { get; private set; }

    public WebhookEvent Event { get; private set; }

    public string Key { get; private set; } = "";

    public string Payload { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DeliveryState State { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset? TriedAt { get; private set; }

    /// <summary>HTTP status of the last answer; null: there was none.</summary>
    public int? Status { get; private set; }

    /// <summary>The beginning of the last answer, or why there was none, in English.</summary>
    public string Response { get; private set; } = "";

    public long Version { get; set; }

    /// <summary>Somebody sends it now: nobody else does.</summary>
    public void Take(DateTimeOffset now) => (TriedAt, DueAt) = (now, now + Hold);

    /// <summary>2xx is the only yes.</summary>
    public void Note(WebhookAnswer answer, DateTimeOffset now)
    {
        Tries++;
        (Status, Response) = (answer.Status, answer.Text.Length <= LongestResponse ? answer.Text : answer.Text[..LongestResponse]);
        if (answer.Status is >= 200 and < 300) State = DeliveryState.Delivered;
        else if (Tries >= MostTries) State = DeliveryState.GivenUp;
        else DueAt = now + Waits[Tries - 1];
    }

    /// <summary>An operator's decision: all tries again, from now.</summary>
    public Outcome SendAgain(DateTimeOffset now)
    {
        if (State == DeliveryState.Waiting && DueAt <= now) return Refusals.OnItsWay;

        (State, Tries, DueAt) = (DeliveryState.Waiting, 0, now);
        return Outcome.Done;
    }

    public static void Map(EntityTypeBuilder<WebhookDelivery> entity)
    {
        entity.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId).OnDelete(DeleteBehavior.Cascade);
        entity.Property(d => d.Event).HasConversion<string>().HasMaxLength(30);
        entity.Property(d => d.State).HasConversion<string>().HasMaxLength(20);
        entity.Property(d => d.Key).HasMaxLength(100);
        entity.Property(d => d.Response).HasMaxLength(LongestResponse);
        entity.HasIndex(d => new { d.WebhookId, d.Event, d.Key }).IsUnique();
        entity.HasIndex(d => new { d.State, d.DueAt });
    }
}
