using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Helping;

internal enum HelpState
{
    /// <summary>The learner waits for a mentor.</summary>
    Waiting,

    /// <summary>A mentor has written; the learner is next.</summary>
    Answered,

    /// <summary>The learner is no longer stuck.</summary>
    Solved,
}

/// <summary>"I am stuck": a learner's question about a work, perhaps about one line of it.</summary>
internal sealed class HelpRequest : IVersioned
{
    public const int LongestText = 4000;
    public const int LongestPath = 400;

    private HelpRequest()
    {
    }

    public HelpRequest(Guid attemptId, Guid learnerId, HelpPlace place, DateTimeOffset now)
    {
        (Id, AttemptId, LearnerId) = (Guid.CreateVersion7(now), attemptId, learnerId);
        (Commit, Path, Line) = place;
        (AskedAt, WaitingSince, OpenKey) = (now, now, $"{attemptId}/{learnerId}");
    }

    public Guid Id { get; private set; }

    public Guid AttemptId { get; private set; }

    public Guid LearnerId { get; private set; }

    /// <summary>Full object id; null: the question is about no file.</summary>
    public string? Commit { get; private set; }

    public string? Path { get; private set; }

    /// <summary>From 1; null: the whole file.</summary>
    public int? Line { get; private set; }

    public HelpState State { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Since when it is a mentor's turn; the queue is ordered by it.</summary>
    public DateTimeOffset WaitingSince { get; private set; }

    /// <summary>Who took it last, or answered last.</summary>
    public Guid? MentorId { get; private set; }

    /// <summary>Until then it is kept for <see cref="MentorId"/>; afterwards it is free by itself.</summary>
    public DateTimeOffset? KeptUntil { get; private set; }

    /// <summary>The fact behind the waiting times.</summary>
    public DateTimeOffset? FirstAnswerAt { get; private set; }

    /// <summary>When all mentors were told of it; null: not yet.</summary>
    public DateTimeOffset? CalledAt { get; private set; }

    public DateTimeOffset? SolvedAt { get; private set; }

    /// <summary>Unique while it is open: one question a learner and work at a time.</summary>
    public string? OpenKey { get; private set; }

    public long Version { get; set; }

    /// <summary>The mentor who prepares an answer now; null: it is free.</summary>
    public Guid? KeeperAt(DateTimeOffset now) => State == HelpState.Waiting && KeptUntil > now ? MentorId : null;

    public Outcome Take(Guid mentorId, TimeSpan keep, DateTimeOffset now)
    {
        if (mentorId == LearnerId) return HelpRefusals.OwnRequest;
        if (State == HelpState.Solved) return HelpRefusals.HelpSolved;
        if (State == HelpState.Answered) return HelpRefusals.LearnersTurn;
        if (KeeperAt(now) is { } keeper && keeper != mentorId) return HelpRefusals.HelpKept.With((int)keep.TotalMinutes);

        (MentorId, KeptUntil) = (mentorId, now + keep);
        return Outcome.Done;
    }

    /// <summary>Back to the queue before the time is over.</summary>
    public Outcome LetGo(Guid mentorId, DateTimeOffset now)
    {
        if (KeeperAt(now) != mentorId) return HelpRefusals.NotKeptByYou;

        KeptUntil = null;
        return Outcome.Done;
    }

    /// <summary>A mentor may add to an answer; while it waits, whoever answers keeps it.</summary>
    public Outcome Answer(Guid mentorId, DateTimeOffset now)
    {
        if (State == HelpState.Solved) return HelpRefusals.HelpSolved;
        if (State == HelpState.Waiting && KeeperAt(now) != mentorId) return HelpRefusals.NotKeptByYou;
        if (State == HelpState.Answered && MentorId != mentorId) return HelpRefusals.LearnersTurn;

        (State, KeptUntil) = (HelpState.Answered, null);
        FirstAnswerAt ??= now;
        return Outcome.Done;
    }

    /// <summary>It is the mentors' turn again; the one who answered knows best, and has it to themselves for a while.</summary>
    public Outcome Reply(TimeSpan keep, DateTimeOffset now)
    {
        if (State == HelpState.Solved) return HelpRefusals.HelpSolved;

        if (State == HelpState.Answered) (State, WaitingSince, KeptUntil) = (HelpState.Waiting, now, now + keep);
        return Outcome.Done;
    }

    public void Call(DateTimeOffset now) => CalledAt = now;

    public Outcome Solve(DateTimeOffset now)
    {
        if (State == HelpState.Solved) return HelpRefusals.HelpSolved;

        (State, SolvedAt, KeptUntil, OpenKey) = (HelpState.Solved, now, null, null);
        return Outcome.Done;
    }

    public static void Map(EntityTypeBuilder<HelpRequest> entity)
    {
        entity.Property(r => r.Commit).HasMaxLength(64);
        entity.Property(r => r.Path).HasMaxLength(LongestPath);
        entity.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        entity.Property(r => r.OpenKey).HasMaxLength(80);
        entity.HasIndex(r => r.OpenKey).IsUnique();
        entity.HasIndex(r => new { r.State, r.WaitingSince });
        entity.HasIndex(r => r.AttemptId);
        entity.HasIndex(r => r.FirstAnswerAt);
    }
}

/// <param name="Commit">Full object id, or null.</param>
/// <param name="Path">A file of the commit, or null.</param>
/// <param name="Line">A line of the file, or null.</param>
internal sealed record HelpPlace(string? Commit, string? Path, int? Line)
{
    public static HelpPlace Nowhere { get; } = new(null, null, null);
}
