using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Evaluating;

/// <summary>The rubric as it was last saved: a draft until the evaluation is handed in.</summary>
internal sealed class EvaluationSheet : IVersioned
{
    private EvaluationSheet()
    {
    }

    public EvaluationSheet(Guid evaluationId) => EvaluationId = evaluationId;

    public Guid EvaluationId { get; private set; }

    /// <summary>Raised by the writer at each change: what arrives late, or a second time, is known by its number.</summary>
    public long Number { get; private set; }

    public string Json { get; private set; } = Sheet.Empty.ToJson();

    public DateTimeOffset SavedAt { get; private set; }

    public long Version { get; set; }

    public Sheet Read() => Sheet.Parse(Json);

    /// <summary>Keeps a newer state. The same one sent again changes nothing; an older one is refused: it comes from another window.</summary>
    public Outcome Save(long number, Sheet sheet, DateTimeOffset now)
    {
        var json = sheet.ToJson();
        if (json == Json) return Outcome.Done;
        if (number <= Number) return Refusals.OlderDraft;

        (Number, Json, SavedAt) = (number, json, now);
        return Outcome.Done;
    }

    public static void Map(EntityTypeBuilder<EvaluationSheet> entity)
    {
        entity.HasKey(s => s.EvaluationId);
        entity.Property(s => s.EvaluationId).ValueGeneratedNever();
    }
}
