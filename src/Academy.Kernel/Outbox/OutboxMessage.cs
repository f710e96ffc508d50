using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Kernel.Outbox;

/// <summary>An event on its way to one reaction. The row goes when it is delivered.</summary>
public sealed class OutboxMessage
{
    /// <summary>Tries after which a message waits for an operator: with the backoff, about two hours.</summary>
    public const int MaxAttempts = 12;

    private OutboxMessage()
    {
    }

    internal OutboxMessage(string reaction, string aggregate, string payload, DateTimeOffset now) =>
        (Reaction, Aggregate, Payload, PublishedAt, DueAt) = (reaction, aggregate, payload, now, now);

    /// <summary>Order of publication.</summary>
    public long Id { get; private set; }

    /// <summary>Full name of the reaction's type.</summary>
    public string Reaction { get; private set; } = "";

    /// <summary>Messages with the same reaction and aggregate are delivered in order.</summary>
    public string Aggregate { get; private set; } = "";

    /// <summary>The event as JSON.</summary>
    public string Payload { get; private set; } = "";

    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>Not tried before this time.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>How often delivery failed.</summary>
    public int Attempts { get; private set; }

    /// <summary>What the last failure said: type and message of the exception, never its data.</summary>
    public string? Error { get; private set; }

    /// <summary>Failed too often: waits for an operator, and holds back later messages of its aggregate to keep their order.</summary>
    public bool IsPoison { get; private set; }

    /// <summary>Doubles the wait at each failure: 1 s, 2 s, 4 s … at most 30 min.</summary>
    internal void Failed(string error, DateTimeOffset now)
    {
        Attempts++;
        Error = error.Length <= 2000 ? error : error[..2000];
        IsPoison = Attempts >= MaxAttempts;
        DueAt = now + TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Attempts - 1), 1800));
    }

    /// <summary>An operator's decision: try again from the start.</summary>
    public void Retry(DateTimeOffset now) => (IsPoison, Attempts, DueAt) = (false, 0, now);

    internal static void Map(EntityTypeBuilder<OutboxMessage> entity)
    {
        entity.ToTable("Kernel_OutboxMessage");
        entity.Property(m => m.Reaction).HasMaxLength(300);
        entity.Property(m => m.Aggregate).HasMaxLength(200);
        entity.HasIndex(m => m.DueAt);
    }
}
