using Academy.Contracts.Notifications;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Notifications.Choices;

/// <summary>What a person wants to be told, and how.</summary>
internal sealed class ChooseNotices(AcademyDb db)
{
    /// <summary>One for each kind, in their order.</summary>
    public async Task<IReadOnlyList<NoticeChoice>> ReadAsync(Guid personId, CancellationToken ct)
    {
        var chosen = await Of(personId).AsNoTracking().ToDictionaryAsync(c => c.Kind, ct);
        return [.. Enum.GetValues<NoticeKind>().Select(kind => chosen.GetValueOrDefault(kind) ?? new NoticeChoice(personId, kind))];
    }

    public async Task<NoticeChoice> ReadAsync(Guid personId, NoticeKind kind, CancellationToken ct) =>
        await Of(personId).AsNoTracking().SingleOrDefaultAsync(c => c.Kind == kind, ct) ?? new NoticeChoice(personId, kind);

    /// <param name="personId">Who chooses.</param>
    /// <param name="inSite">The kinds to be told in the site.</param>
    /// <param name="byMail">The kinds to be written about.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<Outcome> RunAsync(
        Guid personId, IReadOnlyCollection<NoticeKind> inSite, IReadOnlyCollection<NoticeKind> byMail, CancellationToken ct)
    {
        var chosen = await Of(personId).ToDictionaryAsync(c => c.Kind, ct);
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            if (!chosen.TryGetValue(kind, out var choice)) db.Add(choice = new NoticeChoice(personId, kind));
            choice.Choose(inSite.Contains(kind), byMail.Contains(kind));
        }

        return await db.SaveOrRefuseAsync(Refusals.ChangedMeanwhile, ct);
    }

    private IQueryable<NoticeChoice> Of(Guid personId) => db.Set<NoticeChoice>().Where(c => c.PersonId == personId);
}
