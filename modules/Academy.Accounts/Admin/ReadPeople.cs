using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Accounts.Sessions;
using Academy.Accounts.Tokens;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Admin;

/// <summary>The accounts, for operators.</summary>
internal sealed class ReadPeople(AcademyDb db, TimeProvider clock)
{
    private const int MostEvents = 20;

    public Task<Paged<PersonRow>> RunAsync(string? search, Role role, int page, CancellationToken ct)
    {
        var query = db.Set<User>().AsNoTracking();
        foreach (var word in User.Searchable(search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            query = query.Where(u => u.SearchText.Contains(word));
        if (role != Role.None) query = query.Where(u => (u.Roles & role) == role);

        return query.OrderBy(u => u.SearchText).ThenBy(u => u.Id)
            .Select(u => new PersonRow(u.Id, u.Name, u.Email!, u.Roles, u.LockedAt != null, u.CreatedAt))
            .PageAsync(page, ct);
    }

    public async Task<PersonDetails?> FindAsync(Guid userId, CancellationToken ct)
    {
        var user = await db.Set<User>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, ct);
        if (user is null) return null;

        return new PersonDetails(
            user,
            IsPaused: user.LockoutEnd > clock.GetUtcNow(),
            await db.Set<Session>().Where(s => s.UserId == userId).Select(s => (DateTimeOffset?)s.LastSeenAt).MaxAsync(ct),
            await db.Set<Session>().CountAsync(s => s.UserId == userId, ct),
            await db.Set<AccessToken>().CountAsync(t => t.UserId == userId, ct),
            await db.Set<SecurityEvent>().AsNoTracking()
                .Where(e => e.UserId == userId).OrderByDescending(e => e.At).Take(MostEvents).ToListAsync(ct));
    }
}

internal sealed record PersonRow(Guid Id, string Name, string Email, Role Roles, bool IsLocked, DateTimeOffset CreatedAt);

internal sealed record PersonDetails(
    User User, bool IsPaused, DateTimeOffset? LastSeenAt, int Sessions, int Tokens, IReadOnlyList<SecurityEvent> Events);
