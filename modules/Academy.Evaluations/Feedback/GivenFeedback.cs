using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Feedback;

/// <summary>What somebody who was evaluated says of the evaluation.</summary>
internal sealed class GivenFeedback
{
    public const int LongestText = 1000;

    private GivenFeedback()
    {
    }

    public GivenFeedback(Guid evaluationId, Guid learnerId, Guid evaluatorId) =>
        (EvaluationId, LearnerId, EvaluatorId) = (evaluationId, learnerId, evaluatorId);

    public Guid EvaluationId { get; private set; }

    public Guid LearnerId { get; private set; }

    public Guid EvaluatorId { get; private set; }

    /// <summary>Each 1 to 5.</summary>
    public int Kind { get; private set; }

    public int Precise { get; private set; }

    public int Useful { get; private set; }

    public string? Text { get; private set; }

    public DateTimeOffset At { get; private set; }

    public void Say(int kind, int precise, int useful, string? text, DateTimeOffset now) =>
        (Kind, Precise, Useful, Text, At) = (kind, precise, useful, text, now);

    public static void Map(EntityTypeBuilder<GivenFeedback> entity)
    {
        entity.HasKey(f => new { f.EvaluationId, f.LearnerId });
        entity.Property(f => f.Text).HasMaxLength(LongestText);
        entity.HasIndex(f => new { f.EvaluatorId, f.At });
    }
}
