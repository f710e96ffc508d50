using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Notifications.Webhooks;

/// <summary>An address on another site that is told of events.</summary>
internal sealed class Webhook
{
    public const int LongestUrl = 500;

    private Webhook()
    {
    }

    public Webhook(Uri url, IReadOnlyCollection<WebhookEvent> events, string protectedSecret, DateTimeOffset now)
    {
        (Id, CreatedAt) = (Guid.CreateVersion7(now), now);
        (Url, Events, ProtectedSecret) = (url.AbsoluteUri, string.Join(' ', events.Distinct().Order()), protectedSecret);
    }

    public Guid Id { get; private set; }

    public string Url { get; private set; } = "";

    /// <summary>Names of <see cref="WebhookEvent"/>, with a space between them.</summary>
    public string Events { get; private set; } = "";

    /// <summary>Encrypted with the site's keys: it is needed again to sign, so a hash would not do.</summary>
    public string ProtectedSecret { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public IEnumerable<WebhookEvent> Subscribed => Events.Split(' ').Select(Enum.Parse<WebhookEvent>);

    public void ChangeSecret(string protectedSecret) => ProtectedSecret = protectedSecret;

    /// <summary>256 bits that nobody can guess.</summary>
    public static string NewSecret() => "whsec_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static void Map(EntityTypeBuilder<Webhook> entity)
    {
        entity.Property(w => w.Url).HasMaxLength(LongestUrl);
        entity.Property(w => w.Events).HasMaxLength(200);
        entity.Property(w => w.ProtectedSecret).HasMaxLength(500);
        entity.Ignore(w => w.Subscribed);
    }
}
