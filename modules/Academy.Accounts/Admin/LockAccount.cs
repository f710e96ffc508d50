using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Accounts.Sessions;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Admin;

/// <summary>Closes an account to its owner, browser, tokens and git alike, or opens it again.</summary>
internal sealed class LockAccount(
    AcademyDb db, LastOperator lastOperator, CloseSession close, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid userId, Guid operatorId, CancellationToken ct)
    {
        if (userId == operatorId) return Refusals.OwnAccount;

        var user = await db.Set<User>().SingleOrDefaultAsync(u => u.Id == userId, ct);
        if (user is null) return Refusals.NoSuchPerson;
        if (await lastOperator.IsAsync(user, ct)) return Refusals.LastOperator;

        user.Lock(clock.GetUtcNow());
        audit.Note(SecurityEventKind.AccountLocked, user.Id);
        var saved = await db.SaveOrRefuseAsync(Refusals.ChangedMeanwhile, ct);
        if (!saved.IsRefused) await close.AllAsync(user.Id, except: null, ct);
        return saved;
    }

    /// <summary>Also ends the pause after wrong passwords.</summary>
    public async Task<Outcome> OpenAsync(Guid userId, CancellationToken ct)
    {
        var user = await db.Set<User>().SingleOrDefaultAsync(u => u.Id == userId, ct);
        if (user is null) return Refusals.NoSuchPerson;

        user.Unlock();
        audit.Note(SecurityEventKind.AccountUnlocked, user.Id);
        return await db.SaveOrRefuseAsync(Refusals.ChangedMeanwhile, ct);
    }
}
