using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Notifications.Notices;

/// <summary>A person has seen what they were told.</summary>
internal sealed class MarkRead(AcademyDb db, TimeProvider clock)
{
    /// <returns>Where the notice leads.</returns>
    public async Task<Outcome<string>> RunAsync(Guid noticeId, Guid personId, CancellationToken ct)
    {
        var mine = db.Set<Notice>().Where(n => n.Id == noticeId && n.PersonId == personId && n.IsShown);
        if (await mine.Select(n => n.Link).SingleOrDefaultAsync(ct) is not { } link) return Refusals.NoSuchNotice;

        await ReadAsync(mine, ct);
        return link;
    }

    public Task AllAsync(Guid personId, CancellationToken ct) => ReadAsync(db.Set<Notice>().Where(n => n.PersonId == personId), ct);

    private Task<int> ReadAsync(IQueryable<Notice> notices, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return notices.Where(n => n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), ct);
    }
}
