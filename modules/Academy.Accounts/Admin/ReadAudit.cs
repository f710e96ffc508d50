using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Admin;

/// <summary>The security events of everybody, newest first.</summary>
internal sealed class ReadAudit(AcademyDb db)
{
    public async Task<Paged<AuditRow>> RunAsync(AuditFilter filter, int page, CancellationToken ct)
    {
        var events = db.Set<SecurityEvent>().AsNoTracking();
        if (filter.Kind is { } kind) events = events.Where(e => e.Kind == kind);
        if (filter.From is { } from) events = events.Where(e => e.At >= from);
        if (filter.Until is { } until) events = events.Where(e => e.At < until);
        foreach (var word in User.Searchable(filter.Person ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var people = db.Set<User>().Where(u => u.SearchText.Contains(word)).Select(u => (Guid?)u.Id);
            events = events.Where(e => people.Contains(e.UserId) || people.Contains(e.ActorId));
        }

        var found = await events.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).PageAsync(page, ct);
        var ids = found.Items.SelectMany(e => new[] { e.UserId, e.ActorId }).OfType<Guid>().Distinct().ToArray();
        var names = await db.Set<User>().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return new Paged<AuditRow>(
            [.. found.Items.Select(e => new AuditRow(e, NameOf(names, e.UserId), NameOf(names, e.ActorId)))], found.Page, found.Total);
    }

    private static string? NameOf(Dictionary<Guid, string> names, Guid? id) => id is null ? null : names.GetValueOrDefault(id.Value);
}

/// <param name="Kind">Null: all.</param>
/// <param name="Person">Words of a name or an address: whose account, or who acted.</param>
/// <param name="From">From this moment on.</param>
/// <param name="Until">Before this moment.</param>
internal sealed record AuditFilter(SecurityEventKind? Kind, string? Person, DateTimeOffset? From, DateTimeOffset? Until);

internal sealed record AuditRow(SecurityEvent Event, string? Person, string? Actor);
