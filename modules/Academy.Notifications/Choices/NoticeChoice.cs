using Academy.Contracts.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Notifications.Choices;

/// <summary>How a person wants to be told of one kind of things. Who chose nothing is told in both ways.</summary>
internal sealed class NoticeChoice
{
    private NoticeChoice()
    {
    }

    public NoticeChoice(Guid personId, NoticeKind kind) => (PersonId, Kind, InSite, ByMail) = (personId, kind, true, true);

    public Guid PersonId { get; private set; }

    public NoticeKind Kind { get; private set; }

    public bool InSite { get; private set; }

    public bool ByMail { get; private set; }

    public void Choose(bool inSite, bool byMail) => (InSite, ByMail) = (inSite, byMail);

    public static void Map(EntityTypeBuilder<NoticeChoice> entity)
    {
        entity.HasKey(c => new { c.PersonId, c.Kind });
        entity.Property(c => c.Kind).HasConversion<string>().HasMaxLength(30);
    }
}
