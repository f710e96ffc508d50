using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Appeals;

/// <summary>A learner finds a mark unfair; somebody who had no part in it takes up the whole record.</summary>
internal sealed class Appeal : IVersioned
{
    public const int LongestText = 4000;

    private Appeal()
    {
    }

    public Appeal(Guid attemptId, Guid learnerId, int percent, string text, DateTimeOffset now) =>
        (Id, AttemptId, LearnerId, FromPercent, Text, RaisedAt, IsLatest) = (Guid.CreateVersion7(now), attemptId, learnerId, percent, text, now, true);

    public Guid Id { get; private set; }

    public Guid AttemptId { get; private set; }

    public Guid LearnerId { get; private set; }

    /// <summary>The mark that it is about.</summary>
    public int FromPercent { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset RaisedAt { get; private set; }

    public AppealState State { get; private set; }

    /// <summary>One appeal at a time: the database holds it.</summary>
    public bool IsLatest { get; private set; }

    public Guid? JudgedBy { get; private set; }

    public DateTimeOffset? JudgedAt { get; private set; }

    /// <summary>Why it was judged so; the learner reads it.</summary>
    public string? Reason { get; private set; }

    public long Version { get; set; }

    /// <summary>Open or lost: the token is not there. An appeal that is upheld gives it back.</summary>
    public bool HoldsToken => State != AppealState.Upheld;

    public Outcome Judge(bool isUpheld, string reason, Guid judgeId, DateTimeOffset now)
    {
        if (State != AppealState.Open) return Refusals.AppealJudged;

        (State, Reason, JudgedBy, JudgedAt, IsLatest) = (isUpheld ? AppealState.Upheld : AppealState.Rejected, reason, judgeId, now, false);
        return Outcome.Done;
    }

    public static void Map(EntityTypeBuilder<Appeal> entity)
    {
        entity.Property(a => a.Text).HasMaxLength(LongestText);
        entity.Property(a => a.Reason).HasMaxLength(LongestText);
        entity.Ignore(a => a.HoldsToken);
        // A learner has one appeal under way at most, however many windows are open: so a token is never spent twice.
        entity.HasIndex(a => a.LearnerId).IsUnique().HasFilter("\"IsLatest\"");
        entity.HasIndex(a => a.AttemptId);
        entity.HasIndex(a => a.State);
    }
}

internal enum AppealState
{
    Open,
    Upheld,
    Rejected,
}
