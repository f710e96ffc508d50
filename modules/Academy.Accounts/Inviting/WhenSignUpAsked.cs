using Academy.Accounts.Audit;
using Academy.Accounts.Mail;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Inviting;

/// <summary>Sends the link to a new learner, or a reminder to somebody who has an account; not more often than every few minutes.</summary>
internal sealed class WhenSignUpAsked(
    AcademyDb db, UserManager<User> users, Letters letters, Postbox postbox, AuditTrail audit, TimeProvider clock) : IReaction<SignUpAsked>
{
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public async Task RunAsync(SignUpAsked happened, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await users.FindByEmailAsync(happened.Email) is { } user)
        {
            if (await audit.IsRecentAsync(SecurityEventKind.SignUpAsked, user.Id, Patience, ct)) return;

            await postbox.SendAsync(letters.AccountExists(user), ct);
            audit.Note(SecurityEventKind.SignUpAsked, user.Id);
            await db.SaveChangesAsync(ct);
            return;
        }

        var since = now - Patience;
        if (await db.Set<Invitation>().AnyAsync(i => i.Email == happened.Email && i.CreatedAt > since, ct)) return;

        var code = Invitation.MakeCode();
        var invitation = new Invitation(code, Role.Learner, happened.Email, invitedBy: null, now + LinkLifetime, now);
        // Sent before it is saved: a mail that fails is tried again, and a link without its row says that it is used up.
        await postbox.SendAsync(letters.Invitation(happened.Email, happened.Language, code, invitation.ExpiresAt), ct);
        db.Add(invitation);
        await db.SaveChangesAsync(ct);
    }
}
