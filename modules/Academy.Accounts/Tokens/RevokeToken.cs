using Academy.Accounts.Audit;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Tokens;

/// <summary>Makes a token worthless, at once.</summary>
internal sealed class RevokeToken(AcademyDb db, AuditTrail audit)
{
    public async Task<Outcome> RunAsync(Guid userId, Guid tokenId, CancellationToken ct)
    {
        var token = await db.Set<AccessToken>().SingleOrDefaultAsync(t => t.Id == tokenId && t.UserId == userId, ct);
        if (token is null) return Refusals.NoSuchToken;

        db.Remove(token);
        audit.Note(SecurityEventKind.TokenRevoked, userId, token.Name);
        await db.SaveOrRefuseAsync(Refusals.NoSuchToken, ct);   // revoked twice is revoked
        return Outcome.Done;
    }
}
