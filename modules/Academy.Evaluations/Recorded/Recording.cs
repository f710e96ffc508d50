using Academy.Evaluations.Evaluating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Recorded;

/// <summary>A defence that needs no appointment: a video that was sent or that lies elsewhere, or a text.</summary>
internal sealed class Recording
{
    public const int LongestText = 20_000;

    private Recording()
    {
    }

    public Recording(Guid attemptId, DateTimeOffset now) => (AttemptId, At) = (attemptId, now);

    /// <summary>A text alone.</summary>
    public static Recording Written(Guid attemptId, string? text, DateTimeOffset at) => new(attemptId, at) { Text = text };

    public Guid AttemptId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Address of a video elsewhere, https.</summary>
    public string? Link { get; private set; }

    /// <summary>Media type of the video that was sent; the file's name is the attempt's id.</summary>
    public string? FileType { get; private set; }

    /// <summary>Markdown; alone, or beside a video.</summary>
    public string? Text { get; private set; }

    public EvaluationKind Kind => Link is null && FileType is null ? EvaluationKind.Written : EvaluationKind.Recorded;

    public void Say(string? link, string? fileType, string? text, DateTimeOffset now) =>
        (Link, FileType, Text, At) = (link, fileType, text, now);

    public static void Map(EntityTypeBuilder<Recording> entity)
    {
        entity.HasKey(r => r.AttemptId);
        entity.Property(r => r.AttemptId).ValueGeneratedNever();
        entity.Property(r => r.Link).HasMaxLength(500);
        entity.Property(r => r.FileType).HasMaxLength(60);
        entity.Property(r => r.Text).HasMaxLength(LongestText);
        entity.Ignore(r => r.Kind);
    }
}
