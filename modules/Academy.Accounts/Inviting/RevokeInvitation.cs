using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Inviting;

/// <summary>Makes a link worthless.</summary>
internal sealed class RevokeInvitation(AcademyDb db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid invitationId, CancellationToken ct)
    {
        var invitation = await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == invitationId, ct);
        var outcome = invitation?.Revoke(clock.GetUtcNow()) ?? Refusals.InvitationGone;
        if (outcome.IsRefused) return outcome;

        audit.Note(SecurityEventKind.InvitationRevoked, null, RoleTexts.Written(invitation!.Roles));
        return await db.SaveOrRefuseAsync(Refusals.InvitationGone, ct);
    }
}
