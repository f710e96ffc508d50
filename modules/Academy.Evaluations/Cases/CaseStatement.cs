using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Cases;

/// <summary>What one of those whose work it is has to say to a case.</summary>
internal sealed class CaseStatement
{
    private CaseStatement()
    {
    }

    public CaseStatement(Guid caseId, Guid learnerId, string text, DateTimeOffset now) =>
        (CaseId, LearnerId, Text, At) = (caseId, learnerId, text, now);

    public Guid CaseId { get; private set; }

    public Guid LearnerId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public void Say(string text, DateTimeOffset now) => (Text, At) = (text, now);

    public static void Map(EntityTypeBuilder<CaseStatement> entity)
    {
        entity.HasKey(s => new { s.CaseId, s.LearnerId });
        entity.Property(s => s.Text).HasMaxLength(Case.LongestText);
    }
}
