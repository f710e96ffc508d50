using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Evaluating;

/// <summary>What an evaluator says about a line of the frozen commit.</summary>
internal sealed class LineComment
{
    public const int LongestText = 2000;

    private LineComment()
    {
    }

    /// <param name="id">Made by the form: sent twice, it is kept once.</param>
    public LineComment(Guid id, Guid evaluationId, string path, int line, string text, DateTimeOffset now) =>
        (Id, EvaluationId, Path, Line, Text, At) = (id, evaluationId, path, line, text, now);

    public Guid Id { get; private set; }

    public Guid EvaluationId { get; private set; }

    public string Path { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int Line { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static void Map(EntityTypeBuilder<LineComment> entity)
    {
        entity.Property(c => c.Id).ValueGeneratedNever();
        entity.Property(c => c.Path).HasMaxLength(1000);
        entity.Property(c => c.Text).HasMaxLength(LongestText);
        entity.HasIndex(c => c.EvaluationId);
    }
}
