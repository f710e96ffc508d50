using Academy.Accounts.Audit;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Sessions;

/// <summary>Ends sessions of a person: their cookies are worth nothing from then on.</summary>
internal sealed class CloseSession(AcademyDb db, OpenSessions open, AuditTrail audit)
{
    public async Task RunAsync(Guid userId, Guid sessionId, CancellationToken ct)
    {
        var session = await db.Set<Session>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId && s.UserId == userId, ct);
        if (session is null) return;

        audit.Note(SecurityEventKind.SignedOut, userId, session.Device);
        await db.SaveChangesAsync(ct);
        await DeleteAsync(db.Set<Session>().Where(s => s.Id == sessionId), ct);
    }

    /// <param name="userId">Whose.</param>
    /// <param name="except">The session that stays, for a person who tidies up from it.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task EverywhereAsync(Guid userId, Guid? except, CancellationToken ct)
    {
        audit.Note(SecurityEventKind.SessionsEnded, userId);
        await db.SaveChangesAsync(ct);
        await AllAsync(userId, except, ct);
    }

    /// <summary>The same as a consequence of something that is noted by itself.</summary>
    public Task AllAsync(Guid userId, Guid? except, CancellationToken ct) =>
        DeleteAsync(db.Set<Session>().Where(s => s.UserId == userId && s.Id != except), ct);

    private async Task DeleteAsync(IQueryable<Session> sessions, CancellationToken ct)
    {
        await sessions.ExecuteDeleteAsync(ct);
        open.Forget();
    }
}
