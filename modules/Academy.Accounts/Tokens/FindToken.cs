using System.Security.Claims;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Tokens;

/// <summary>For whom a token speaks, and how far.</summary>
internal sealed class FindToken(AcademyDb db, TimeProvider clock)
{
    private static readonly TimeSpan LastUsePrecision = TimeSpan.FromMinutes(5);

    /// <summary>Null for an unknown or expired token, and for one whose owner's account is closed.</summary>
    public async Task<ClaimsPrincipal?> RunAsync(string secret, string scheme, CancellationToken ct)
    {
        if (!AccessToken.LooksLikeOne(secret)) return null;

        var (hash, now) = (AccessToken.HashOf(secret), clock.GetUtcNow());
        var found = await db.Set<AccessToken>().AsNoTracking()
            .Where(t => t.Hash == hash && (t.ExpiresAt == null || t.ExpiresAt > now))
            .Join(db.Set<User>().Where(u => u.LockedAt == null), t => t.UserId, u => u.Id, (token, user) => new { token, user })
            .SingleOrDefaultAsync(ct);
        if (found is null) return null;

        await NoteUseAsync(found.token, now, ct);
        return AcademyPrincipal.Of(found.user, scheme, found.token.Scopes.Select(scope => new Claim(Scopes.ClaimType, scope)));
    }

    private async Task NoteUseAsync(AccessToken token, DateTimeOffset now, CancellationToken ct)
    {
        if (token.LastUsedAt > now - LastUsePrecision) return;

        DateTimeOffset? used = now;
        await db.Set<AccessToken>().Where(t => t.Id == token.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, used), ct);
    }
}
