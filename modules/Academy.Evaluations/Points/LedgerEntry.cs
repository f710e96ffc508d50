using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Points;

/// <summary>Points moved from one account to another. Never changed: what was wrong is moved back by an entry of its own.</summary>
internal sealed class LedgerEntry
{
    private LedgerEntry()
    {
    }

    public LedgerEntry(string from, string to, int points, Cause cause, string key, DateTimeOffset now)
    {
        (Id, FromAccount, ToAccount, Points) = (Guid.CreateVersion7(now), from, to, points);
        (Reason, SubjectId, AttemptId, Key, At) = (cause.Reason, cause.SubjectId, cause.AttemptId, key, now);
    }

    public Guid Id { get; private set; }

    public string FromAccount { get; private set; } = "";

    public string ToAccount { get; private set; } = "";

    /// <summary>More than 0.</summary>
    public int Points { get; private set; }

    public PointReason Reason { get; private set; }

    /// <summary>The work, evaluation, incident or learner for which they moved.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The work that it has to do with, so that its project can be named.</summary>
    public Guid? AttemptId { get; private set; }

    /// <summary>Unique: the same thing never counts twice.</summary>
    public string Key { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static void Map(EntityTypeBuilder<LedgerEntry> entity)
    {
        entity.Property(e => e.FromAccount).HasMaxLength(60);
        entity.Property(e => e.ToAccount).HasMaxLength(60);
        entity.Property(e => e.Key).HasMaxLength(160);
        entity.HasIndex(e => e.Key).IsUnique();
        entity.HasIndex(e => new { e.FromAccount, e.At });
        entity.HasIndex(e => new { e.ToAccount, e.At });
        entity.HasIndex(e => e.SubjectId);
    }
}

/// <param name="Reason">Why points move.</param>
/// <param name="SubjectId">For what: part of what makes the entry unique.</param>
/// <param name="AttemptId">The work that it has to do with, if any.</param>
/// <param name="Occasion">What tells apart things that happen more than once for the same subject: the week of a gift.</param>
internal sealed record Cause(PointReason Reason, Guid SubjectId, Guid? AttemptId, string Occasion = "");

/// <summary>Why points moved.</summary>
internal enum PointReason
{
    /// <summary>What everybody begins with.</summary>
    Welcome,

    /// <summary>A work was handed in: its evaluations are paid for.</summary>
    HandedIn,

    /// <summary>An evaluation was booked in place of one whose point was lost.</summary>
    Booked,

    /// <summary>Somebody evaluated.</summary>
    Evaluated,

    /// <summary>What was more than the cap.</summary>
    AboveCap,

    /// <summary>The pool gave to somebody who had nothing left.</summary>
    WeeklyGift,

    /// <summary>Was not at the appointment.</summary>
    Absent,

    /// <summary>Was there, while the other was not.</summary>
    Present,

    /// <summary>Cancelled shortly before.</summary>
    CancelledLate,

    /// <summary>Handed in no evaluation.</summary>
    Silent,

    /// <summary>Paid for an evaluation that was not needed after all.</summary>
    GivenBack,

    /// <summary>The staff took a decision back.</summary>
    Undone,
}
