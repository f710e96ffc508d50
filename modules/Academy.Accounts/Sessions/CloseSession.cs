using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Sessions;

/// <summary>Ends one session of a person, or all of them.</summary>
internal sealed class CloseSession(AcademyDb db, OpenSessions open)
{
    public Task RunAsync(Guid userId, Guid sessionId, CancellationToken ct) =>
        DeleteAsync(db.Set<Session>().Where(s => s.UserId == userId && s.Id == sessionId), ct);

    /// <param name="userId">Whose.</param>
    /// <param name="except">The session that stays, for a person who tidies up from it.</param>
    /// <param name="ct">Ends with the request.</param>
    public Task AllAsync(Guid userId, Guid? except, CancellationToken ct) =>
        DeleteAsync(db.Set<Session>().Where(s => s.UserId == userId && s.Id != except), ct);

    private async Task DeleteAsync(IQueryable<Session> sessions, CancellationToken ct)
    {
        await sessions.ExecuteDeleteAsync(ct);
        open.Forget();
    }
}
