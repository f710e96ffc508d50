using Academy.Accounts.Mail;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Inviting;

/// <summary>
/// Sends the link. Its code is made here, so that it never lies readable in the database; should this run twice, the link of
/// the second mail is the one that works.
/// </summary>
internal sealed class WhenInvitationAsked(AcademyDb db, Letters letters, Postbox postbox, TimeProvider clock) : IReaction<InvitationAsked>
{
    public async Task RunAsync(InvitationAsked happened, CancellationToken ct)
    {
        var invitation = await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == happened.InvitationId, ct);
        if (invitation?.Email is null || !invitation.IsOpen(clock.GetUtcNow())) return;

        var code = invitation.NewCode();
        await db.SaveChangesAsync(ct);
        await postbox.SendAsync(letters.Invitation(invitation.Email, happened.Language, code, invitation.ExpiresAt), ct);
    }
}
