using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Evaluations.Helping;

/// <summary>One message of the talk about a request for help; the first one is the question.</summary>
internal sealed class HelpMessage
{
    private HelpMessage()
    {
    }

    public HelpMessage(Guid requestId, Guid authorId, string text, DateTimeOffset now) =>
        (Id, RequestId, AuthorId, Text, At) = (Guid.CreateVersion7(now), requestId, authorId, text, now);

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public Guid AuthorId { get; private set; }

    /// <summary>Markdown.</summary>
    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static void Map(EntityTypeBuilder<HelpMessage> entity)
    {
        entity.HasOne<HelpRequest>().WithMany().HasForeignKey(m => m.RequestId).OnDelete(DeleteBehavior.Cascade);
        entity.Property(m => m.Text).HasMaxLength(HelpRequest.LongestText);
        entity.HasIndex(m => m.RequestId);
    }
}
