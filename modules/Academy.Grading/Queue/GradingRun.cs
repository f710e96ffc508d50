using Academy.Contracts.Grading;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Grading.Queue;

/// <summary>
/// The grading of one commit: Queued → Running → Finished. The row is the queue: a process that dies loses nothing, and the
/// concurrency token lets only one worker take it and finish it.
/// </summary>
internal sealed class GradingRun : IVersioned
{
    /// <summary>Tries after which an error of ours is given up and shown to an operator.</summary>
    public const int MaxTries = 3;

    private GradingRun()
    {
    }

    public GradingRun(
        Guid attemptId, Guid learnerId, string projectSlug, string releaseId, string commit, string subject, DateTimeOffset pushedAt, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        (AttemptId, LearnerId, ProjectSlug, ReleaseId) = (attemptId, learnerId, projectSlug, releaseId);
        (Commit, Subject, QueuedAt, DueAt) = (commit, subject, pushedAt, now);
        Class = RunClass.Normal;
    }

    public Guid Id { get; private set; }

    public Guid AttemptId { get; private set; }

    public Guid LearnerId { get; private set; }

    public string ProjectSlug { get; private set; } = "";

    public string ReleaseId { get; private set; } = "";

    /// <summary>Full object id: frozen, whatever is pushed later.</summary>
    public string Commit { get; private set; } = "";

    /// <summary>First line of the commit message.</summary>
    public string Subject { get; private set; } = "";

    public RunClass Class { get; private set; }

    /// <summary>Place within the class: those with a smaller turn go first. See <see cref="FairTurns"/>.</summary>
    public long Turn { get; private set; }

    /// <summary>The regrade that asked for it; null for a learner's push.</summary>
    public Guid? RegradeId { get; private set; }

    /// <summary>A regrade: its result has taken the place of the earlier one. Learners see it from then on.</summary>
    public bool Counts { get; private set; }

    public RunState State { get; private set; }

    public RunPhase Phase { get; private set; }

    /// <summary>When the push arrived.</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>Not taken before this time: later than <see cref="QueuedAt"/> after an error of ours.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Who is grading it.</summary>
    public string? Worker { get; private set; }

    /// <summary>How often it was begun.</summary>
    public int Tries { get; private set; }

    public Verdict? Verdict { get; private set; }

    public decimal Score { get; private set; }

    public decimal MaxScore { get; private set; }

    /// <summary>What the build printed when it failed, or what went wrong on our side.</summary>
    public string? Notice { get; private set; }

    /// <summary>Tests that have ended in this try.</summary>
    public int TestedCount { get; private set; }

    public long? CpuMs { get; private set; }

    public long? PeakMemoryBytes { get; private set; }

    public long Version { get; set; }

    public bool IsOver => State is not (RunState.Queued or RunState.Running);

    /// <summary>In percent, at most 100 whatever the bonuses, rounded down so that nobody passes by rounding.</summary>
    public int Percent => MaxScore == 0 ? 0 : (int)Math.Min(100, Score * 100 / MaxScore);

    /// <summary>What there is to earn, shown while it is graded.</summary>
    public void Expect(decimal maxScore) => MaxScore = maxScore;

    /// <summary>The same commit once more, for a regrade.</summary>
    public GradingRun Again(Guid regradeId, string releaseId, DateTimeOffset now) =>
        new(AttemptId, LearnerId, ProjectSlug, releaseId, Commit, Subject, now, now) { RegradeId = regradeId };

    public void Count(bool counts) => Counts = counts;

    public void Line(RunClass runClass, long turn) => (Class, Turn) = (runClass, turn);

    /// <summary>The push came after the end of the exam, or of the work: it is kept, and never graded.</summary>
    public void ComeLate(DateTimeOffset now) => (State, FinishedAt) = (RunState.Late, now);

    public void Start(string worker, DateTimeOffset now)
    {
        (State, Phase, Worker, StartedAt, TestedCount) = (RunState.Running, RunPhase.Preparing, worker, now, 0);
        Tries++;
    }

    public void Enter(RunPhase phase) => Phase = phase;

    /// <summary>A test has ended. Counting it here makes each save compare the version: who was overtaken writes nothing more.</summary>
    public void CountTest() => TestedCount++;

    /// <summary>A newer push of the same attempt came while this one was waiting.</summary>
    public Outcome Supersede(DateTimeOffset now)
    {
        if (State != RunState.Queued) return Refusals.Overtaken;

        (State, FinishedAt) = (RunState.Superseded, now);
        return Outcome.Done;
    }

    /// <summary>
    /// Its worker died: back into the queue with its old place. What kills each worker that touches it is given up, and shown
    /// to an operator.
    /// </summary>
    public void Lose(string? worker, DateTimeOffset now)
    {
        if (Tries < MaxTries) Requeue(now);
        else Finish(Contracts.Grading.Verdict.PlatformError, 0, MaxScore, $"The worker stopped {Tries} times while it was graded, last {worker}.", now);
    }

    /// <summary>An operator's decision: again from the start, in its old place.</summary>
    public Outcome RunAgain(DateTimeOffset now)
    {
        if (State != RunState.Finished || Verdict != Contracts.Grading.Verdict.PlatformError) return Refusals.NothingToRepeat;

        Requeue(now);
        (Tries, Verdict, FinishedAt, Notice, TestedCount) = (0, null, null, null, 0);
        return Outcome.Done;
    }

    /// <summary>Back into the queue with its old place.</summary>
    public void Requeue(DateTimeOffset now) =>
        (State, Phase, Worker, StartedAt, DueAt) = (RunState.Queued, RunPhase.Waiting, null, null, now);

    /// <summary>Nothing can be graded at the moment: it waits in its place, and the try does not count.</summary>
    public void PutBack(DateTimeOffset now)
    {
        Requeue(now);
        Tries--;
    }

    /// <summary>An error of ours: again a little later, or given up after <see cref="MaxTries"/>.</summary>
    public void FailOnOurSide(string notice, DateTimeOffset now)
    {
        if (Tries < MaxTries)
        {
            Requeue(now + TimeSpan.FromSeconds(Math.Pow(4, Tries)));
            Notice = notice;
            return;
        }

        Finish(Contracts.Grading.Verdict.PlatformError, 0, MaxScore, notice, now);
    }

    public void Finish(Verdict verdict, decimal score, decimal maxScore, string? notice, DateTimeOffset now)
    {
        (State, Phase, FinishedAt) = (RunState.Finished, RunPhase.Done, now);
        (Verdict, Score, MaxScore, Notice) = (verdict, score, maxScore, TestResult.Cut(notice));
    }

    public void Measure(TimeSpan cpu, long peakMemoryBytes) => (CpuMs, PeakMemoryBytes) = ((long)cpu.TotalMilliseconds, peakMemoryBytes);

    public static void Map(EntityTypeBuilder<GradingRun> entity)
    {
        entity.Property(r => r.ProjectSlug).HasMaxLength(60);
        entity.Property(r => r.ReleaseId).HasMaxLength(64);
        entity.Property(r => r.Commit).HasMaxLength(64);
        entity.Property(r => r.Subject).HasMaxLength(200);
        entity.Property(r => r.Worker).HasMaxLength(100);
        // A commit is graded once, however often its event is delivered; regrades come on top.
        entity.HasIndex(r => new { r.AttemptId, r.Commit }).IsUnique().HasFilter("\"RegradeId\" IS NULL");
        entity.HasIndex(r => new { r.State, r.Class, r.Turn, r.QueuedAt });
        entity.HasIndex(r => r.RegradeId);
        entity.HasIndex(r => new { r.Class, r.Turn });
        entity.HasIndex(r => new { r.LearnerId, r.Class, r.Turn });
        entity.HasIndex(r => new { r.ProjectSlug, r.FinishedAt });
        entity.HasIndex(r => r.FinishedAt);
        entity.Ignore(r => r.Percent);
    }
}

internal enum RunState
{
    Queued,
    Running,
    Finished,

    /// <summary>A newer push was graded in its place.</summary>
    Superseded,

    /// <summary>Pushed after the end of the exam, or to work that was handed in or over, and not graded.</summary>
    Late,

    /// <summary>The regrade was stopped before it came to this one.</summary>
    Dropped,
}

/// <summary>In the order in which they are graded.</summary>
internal enum RunClass
{
    Exam,
    Normal,
    Regrade,
}

internal enum RunPhase
{
    Waiting,
    Preparing,
    Building,
    Testing,
    Done,
}
