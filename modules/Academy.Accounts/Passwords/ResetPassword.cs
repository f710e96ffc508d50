using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Kernel.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace Academy.Accounts.Passwords;

/// <summary>A new password by the link of a mail. Whoever was signed in with the old one is signed out.</summary>
internal sealed class ResetPassword(UserManager<User> users, NewPassword newPassword)
{
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(3);

    public async Task<Outcome> RunAsync(Guid userId, string code, string password, CancellationToken ct)
    {
        var user = await users.FindByIdAsync(userId.ToString());
        if (user is null || !await IsValidAsync(user, code)) return Refusals.ResetLinkUsed;

        return await newPassword.SetAsync(user, password, SecurityEventKind.PasswordReset, keep: null, ct);
    }

    // A code is tied to the security stamp, which every new password changes: it works once.
    private Task<bool> IsValidAsync(User user, string code) => users.VerifyUserTokenAsync(
        user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<User>.ResetPasswordTokenPurpose, code);
}
