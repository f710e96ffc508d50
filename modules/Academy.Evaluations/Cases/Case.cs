using Academy.Evaluations.Evaluating;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Cases;

/// <summary>An evaluator suspects that the rules were broken, or a trainer asks. Where there is no mark yet, there is none until a trainer has heard everybody.</summary>
internal sealed class Case : IVersioned
{
    public const int LongestText = 4000;

    private readonly List<CaseStatement> _statements = [];

    private Case()
    {
    }

    public Case(Evaluation evaluation, DateTimeOffset now) =>
        (Id, EvaluationId, AttemptId, OpenedAt) = (Guid.CreateVersion7(now), evaluation.Id, evaluation.AttemptId, now);

    /// <summary>Opened by a trainer, without a flag.</summary>
    public Case(Evaluation evaluation, Guid trainerId, string question, DateTimeOffset now)
        : this(evaluation, now) => (OpenedBy, Question) = (trainerId, question);

    public Guid Id { get; private set; }

    public Guid EvaluationId { get; private set; }

    public Guid AttemptId { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The trainer who has a question; null: the evaluator's flag opened it.</summary>
    public Guid? OpenedBy { get; private set; }

    /// <summary>What the trainer would like to know; the learners read it.</summary>
    public string? Question { get; private set; }

    /// <summary>What the learners say to it, each for themselves.</summary>
    public IReadOnlyList<CaseStatement> Statements => _statements;

    public CaseState State { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was decided so; the learners read it.</summary>
    public string? Reason { get; private set; }

    public long Version { get; set; }

    /// <summary>A learner tells their side; a second time, in other words.</summary>
    public Outcome Answer(Guid learnerId, string text, DateTimeOffset now)
    {
        if (State != CaseState.Open) return Refusals.CaseDecided;

        if (_statements.Find(s => s.LearnerId == learnerId) is { } own) own.Say(text, now);
        else _statements.Add(new CaseStatement(Id, learnerId, text, now));
        return Outcome.Done;
    }

    public Outcome Decide(bool isUpheld, string reason, Guid trainerId, DateTimeOffset now)
    {
        if (State != CaseState.Open) return Refusals.CaseDecided;

        (State, Reason, DecidedBy, DecidedAt) = (isUpheld ? CaseState.Upheld : CaseState.Dismissed, reason, trainerId, now);
        return Outcome.Done;
    }

    public static void Map(EntityTypeBuilder<Case> entity)
    {
        entity.HasMany(c => c.Statements).WithOne().HasForeignKey(s => s.CaseId);
        entity.Navigation(c => c.Statements).AutoInclude();
        entity.Property(c => c.Question).HasMaxLength(LongestText);
        entity.Property(c => c.Reason).HasMaxLength(LongestText);
        entity.HasIndex(c => c.EvaluationId).IsUnique();
        entity.HasIndex(c => c.AttemptId);
        entity.HasIndex(c => c.State);
    }
}

internal enum CaseState
{
    Open,

    /// <summary>Nothing of it was found: the evaluation counts by its criteria.</summary>
    Dismissed,

    /// <summary>The rules were broken: the work is worth nothing.</summary>
    Upheld,
}
