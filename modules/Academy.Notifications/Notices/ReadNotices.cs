using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Notifications.Notices;

/// <summary>What a person was told in the site.</summary>
internal sealed class ReadNotices(AcademyDb db)
{
    /// <summary>A larger number would be no more use beside the bell.</summary>
    public const int MostCounted = 100;

    public Task<int> CountUnreadAsync(Guid personId, CancellationToken ct) =>
        Of(personId).Where(n => n.ReadAt == null).OrderBy(n => n.Id).Take(MostCounted).CountAsync(ct);

    /// <summary>Newest first.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="isUnread">Only those that are unread, or read; null: all.</param>
    /// <param name="before">Only those before this one; null: from the newest.</param>
    /// <param name="most">How many.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<NoticePage> RunAsync(Guid personId, bool? isUnread, Guid? before, int most, CancellationToken ct)
    {
        var notices = Of(personId);
        if (isUnread is { } unread) notices = notices.Where(n => n.ReadAt == null == unread);
        if (before is { } id) notices = notices.Where(n => n.Id.CompareTo(id) < 0);

        var found = await notices.OrderByDescending(n => n.Id).Take(most + 1).ToListAsync(ct);
        return new NoticePage([.. found.Take(most)], found.Count > most ? found[most - 1].Id : null);
    }

    private IQueryable<Notice> Of(Guid personId) => db.Set<Notice>().AsNoTracking().Where(n => n.PersonId == personId && n.IsShown);
}

/// <param name="Notices">Newest first.</param>
/// <param name="Next">The next page begins before this one; null: there is none.</param>
internal sealed record NoticePage(IReadOnlyList<Notice> Notices, Guid? Next);
