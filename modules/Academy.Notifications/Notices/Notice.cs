using System.Text.Json;
using Academy.Contracts.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Notifications.Notices;

/// <summary>Something that a person was told. Its text is written when it is read: in the reader's language and time zone.</summary>
internal sealed class Notice
{
    private Notice()
    {
    }

    /// <param name="due">What has to be told.</param>
    /// <param name="isShown">False: the person does not want it in the site; the row remembers that it was told.</param>
    /// <param name="now">When it arrived.</param>
    public Notice(NoticeDue due, bool isShown, DateTimeOffset now)
    {
        (Id, PersonId, Key, Kind, At) = (Guid.CreateVersion7(now), due.PersonId, due.Key, due.Kind, due.At);
        (Title, Body, Link) = (due.Title, due.Body, due.Link);
        Arguments = JsonSerializer.Serialize(due.Args);
        (IsShown, ReadAt) = (isShown, isShown ? null : now);
    }

    /// <summary>Ids grow with time: lists are ordered by them.</summary>
    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Once for each person.</summary>
    public string Key { get; private set; } = "";

    public NoticeKind Kind { get; private set; }

    /// <summary>English, the key of its translation.</summary>
    public string Title { get; private set; } = "";

    /// <summary>English, the key of its translation.</summary>
    public string? Body { get; private set; }

    /// <summary><see cref="NoticeArg"/>s as JSON.</summary>
    public string Arguments { get; private set; } = "";

    /// <summary>Path on the site.</summary>
    public string Link { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public bool IsShown { get; private set; }

    public IReadOnlyList<NoticeArg> Args => JsonSerializer.Deserialize<List<NoticeArg>>(Arguments)!;

    public static void Map(EntityTypeBuilder<Notice> entity)
    {
        entity.Property(n => n.Key).HasMaxLength(200);
        entity.Property(n => n.Kind).HasConversion<string>().HasMaxLength(30);
        entity.Property(n => n.Title).HasMaxLength(500);
        entity.Property(n => n.Body).HasMaxLength(2000);
        entity.Property(n => n.Link).HasMaxLength(500);
        entity.Ignore(n => n.Args);
        entity.HasIndex(n => new { n.PersonId, n.Key }).IsUnique();
        entity.HasIndex(n => new { n.PersonId, n.ReadAt });
        entity.HasIndex(n => n.ReadAt);
    }
}
