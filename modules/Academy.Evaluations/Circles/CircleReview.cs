using Academy.Evaluations.Marks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Circles;

/// <summary>A trainer has looked at a circle of people who are generous to each other. Never changed, never deleted.</summary>
internal sealed class CircleReview
{
    public const int LongestReason = 2000;

    private CircleReview()
    {
    }

    public CircleReview(string circle, int evaluations, Guid? caseId, string reason, Guid trainerId, DateTimeOffset now) =>
        (Id, Circle, Evaluations, CaseId, Reason, By, At) = (Guid.CreateVersion7(now), circle, evaluations, caseId, reason, trainerId, now);

    public Guid Id { get; private set; }

    /// <summary>Who stands in it: see <see cref="NameOf"/>.</summary>
    public string Circle { get; private set; } = "";

    /// <summary>How many evaluations there were in it then. With others it is a new question.</summary>
    public int Evaluations { get; private set; }

    /// <summary>The case that was opened; null: nothing of it.</summary>
    public Guid? CaseId { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The same for the same people in the same order.</summary>
    public static string NameOf(SuspectCircle circle) => string.Join(' ', circle.People.Select(id => id.ToString("N")));

    public IReadOnlyList<Guid> People() => [.. Circle.Split(' ').Select(id => Guid.ParseExact(id, "N"))];

    public static void Map(EntityTypeBuilder<CircleReview> entity)
    {
        entity.Property(r => r.Circle).HasMaxLength(140);
        entity.Property(r => r.Reason).HasMaxLength(LongestReason);
        // Two trainers who look at the same moment: one of both decides.
        entity.HasIndex(r => new { r.Circle, r.Evaluations }).IsUnique();
        entity.HasIndex(r => r.At);
    }
}
