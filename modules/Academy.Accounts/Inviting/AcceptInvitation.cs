using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Inviting;

/// <summary>Makes the account to which an invitation gives the right.</summary>
internal sealed class AcceptInvitation(AcademyDb db, NewAccount accounts, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The invitation behind a link, when it can still be used.</summary>
    public async Task<Invitation?> FindAsync(string code, CancellationToken ct)
    {
        var hash = Invitation.HashOf(code);
        var invitation = await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Hash == hash, ct);
        return invitation?.IsOpen(clock.GetUtcNow()) == true ? invitation : null;
    }

    public async Task<Outcome<User>> RunAsync(
        string code, string? email, string name, string password, string language, CancellationToken ct)
    {
        if (await FindAsync(code, ct) is not { } invitation) return Refusals.InvitationGone;

        var made = await accounts.PrepareAsync(invitation.Email ?? email ?? "", name, password, invitation.Roles, language, ct);
        if (made.Value is not { } user) return made;

        // A link that came by mail proves the address.
        user.EmailConfirmed = invitation.Email is not null;
        invitation.Use(user, clock.GetUtcNow());
        audit.Note(SecurityEventKind.InvitationUsed, user.Id);
        var saved = await db.SaveOrRefuseAsync(Refusals.InvitationGone, ct);   // two people may hold the same link
        return saved.Refusal is { } refusal ? refusal : user;
    }
}
