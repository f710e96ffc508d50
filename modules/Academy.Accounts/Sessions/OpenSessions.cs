using System.Security.Claims;
using Academy.Accounts.People;
using Academy.Accounts.SigningIn;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Accounts.Sessions;

/// <summary>
/// Who is behind a session, kept for half a minute so that a page and its pictures ask the database once. A change of roles,
/// name or session made on another machine takes effect that much later; made here, at once.
/// </summary>
internal sealed class OpenSessions(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    /// <summary>Names the session in the cookie.</summary>
    public const string ClaimType = "session";

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LastSeenPrecision = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 20_000 });
    private int _changes;

    /// <summary>The person as they are now; null when the session has ended or the account is closed.</summary>
    public async Task<ClaimsPrincipal?> FindAsync(Guid sessionId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(sessionId, out Known? known) && known!.Until > now) return known.Principal;

        var changes = _changes;
        var principal = await LookUpAsync(sessionId, now, ct);
        // What was read before a change of this very moment is not kept.
        if (changes != _changes) return principal;
        _known.Set(sessionId, new Known(principal, now + Kept), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
        return principal;
    }

    /// <summary>Forgets what is known: roles, names or sessions have changed.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _known.Clear();
    }

    public void Dispose() => _known.Dispose();

    private async Task<ClaimsPrincipal?> LookUpAsync(Guid sessionId, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        var oldest = now - Session.Lifetime;
        var found = await db.Set<Session>().AsNoTracking()
            .Where(s => s.Id == sessionId && s.LastSeenAt > oldest)
            .Join(db.Set<User>().Where(u => u.LockedAt == null), s => s.UserId, u => u.Id, (session, user) => new { session.LastSeenAt, user })
            .SingleOrDefaultAsync(ct);
        if (found is null) return null;

        if (found.LastSeenAt < now - LastSeenPrecision)
            await db.Set<Session>().Where(s => s.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct);
        return AcademyPrincipal.Of(found.user, Schemes.Cookie, new Claim(ClaimType, sessionId.ToString()));
    }

    private sealed record Known(ClaimsPrincipal? Principal, DateTimeOffset Until);
}
