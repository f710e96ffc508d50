using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Passkeys;

/// <summary>Takes a passkey off an account, or gives it another name.</summary>
internal sealed class RemovePasskey(AcademyDb db, UserManager<User> users, AuditTrail audit)
{
    public async Task<Outcome> RunAsync(Guid userId, byte[] credentialId, CancellationToken ct)
    {
        var user = await db.Set<User>().SingleAsync(u => u.Id == userId, ct);
        if (await users.GetPasskeyAsync(user, credentialId) is not { } passkey) return Refusals.NoSuchPasskey;

        audit.Note(SecurityEventKind.PasskeyRemoved, user.Id, passkey.Name ?? "");
        var removed = await users.RemovePasskeyAsync(user, credentialId);
        return removed.Succeeded ? Outcome.Done : Refusals.ChangedMeanwhile;
    }

    public async Task<Outcome> RenameAsync(Guid userId, byte[] credentialId, string name, CancellationToken ct)
    {
        var user = await db.Set<User>().SingleAsync(u => u.Id == userId, ct);
        if (await users.GetPasskeyAsync(user, credentialId) is not { } passkey) return Refusals.NoSuchPasskey;

        passkey.Name = name;
        var renamed = await users.AddOrUpdatePasskeyAsync(user, passkey);
        return renamed.Succeeded ? Outcome.Done : Refusals.ChangedMeanwhile;
    }
}
