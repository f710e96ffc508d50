using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Sessions;

/// <summary>Everything on which the safety of one's account rests.</summary>
internal sealed class ReadSecurity(AcademyDb db, UserManager<User> users, TimeProvider clock)
{
    private const int MostEvents = 20;

    public async Task<AccountSecurity> RunAsync(Guid userId, CancellationToken ct)
    {
        var user = await db.Set<User>().SingleAsync(u => u.Id == userId, ct);
        var oldest = clock.GetUtcNow() - Session.Lifetime;
        return new AccountSecurity(
            user.Email!,
            [.. (await users.GetPasskeysAsync(user)).OrderBy(p => p.CreatedAt)],
            await db.Set<Session>().AsNoTracking()
                .Where(s => s.UserId == userId && s.LastSeenAt > oldest).OrderByDescending(s => s.LastSeenAt).ToListAsync(ct),
            await db.Set<SecurityEvent>().AsNoTracking()
                .Where(e => e.UserId == userId).OrderByDescending(e => e.At).Take(MostEvents).ToListAsync(ct));
    }
}

internal sealed record AccountSecurity(
    string Email, IReadOnlyList<UserPasskeyInfo> Passkeys, IReadOnlyList<Session> Sessions, IReadOnlyList<SecurityEvent> Events);
