using Academy.Accounts.Audit;
using Academy.Accounts.Mail;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Microsoft.AspNetCore.Identity;

namespace Academy.Accounts.Passwords;

/// <summary>Writes to the owner of the account, if there is one; not more often than every few minutes.</summary>
internal sealed class WhenPasswordResetAsked(
    AcademyDb db, UserManager<User> users, Letters letters, Postbox postbox, AuditTrail audit)
    : IReaction<PasswordResetAsked>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public async Task RunAsync(PasswordResetAsked happened, CancellationToken ct)
    {
        if (await users.FindByEmailAsync(happened.Email) is not { LockedAt: null } user) return;
        if (await audit.IsRecentAsync(SecurityEventKind.PasswordResetAsked, user.Id, Patience, ct)) return;

        await postbox.SendAsync(letters.PasswordReset(user, await users.GeneratePasswordResetTokenAsync(user)), ct);
        audit.Note(SecurityEventKind.PasswordResetAsked, user.Id);
        await db.SaveChangesAsync(ct);
    }
}
