using Academy.Accounts.Audit;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Tokens;

/// <summary>Makes a personal access token. Its secret is known only now.</summary>
internal sealed class MakeToken(AcademyDb db, AuditTrail audit, TimeProvider clock)
{
    public const int MostPerPerson = 50;
    public const int LongestDays = 366;

    public async Task<Outcome<NewToken>> RunAsync(
        Guid userId, string name, IReadOnlyCollection<string> scopes, int? days, CancellationToken ct)
    {
        if (scopes.Count == 0 || scopes.Except([.. Scopes.All, Scopes.Everything]).Any())
            return Refusals.UnknownScope.With(string.Join(", ", [.. Scopes.All, Scopes.Everything]));
        if (await db.Set<AccessToken>().CountAsync(t => t.UserId == userId, ct) >= MostPerPerson)
            return Refusals.TooManyTokens.With(MostPerPerson);

        var now = clock.GetUtcNow();
        var secret = AccessToken.NewSecret();
        var token = new AccessToken(userId, name, scopes.Distinct(), secret, days is null ? null : now.AddDays(days.Value), now);
        db.Add(token);
        audit.Note(SecurityEventKind.TokenMade, userId, name);
        await db.SaveChangesAsync(ct);
        return new NewToken(token.Id, secret, token.ExpiresAt);
    }
}

/// <param name="Id">The token's row.</param>
/// <param name="Secret">What the program sends; shown once.</param>
/// <param name="ExpiresAt">Null: until it is revoked.</param>
internal sealed record NewToken(Guid Id, string Secret, DateTimeOffset? ExpiresAt);
