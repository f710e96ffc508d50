using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Accounts.SigningIn;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Passwords;

/// <summary>A new password by somebody who knows the old one. Their other devices are signed out.</summary>
internal sealed class ChangePassword(AcademyDb db, CheckPassword check, NewPassword newPassword)
{
    private static readonly Refusal Wrong =
        Refusals.WrongCurrentPassword.With(CheckPassword.TriesBeforePause, (int)CheckPassword.Pause.TotalMinutes);

    public async Task<Outcome> RunAsync(Guid userId, Guid sessionId, string current, string password, CancellationToken ct)
    {
        var user = await db.Set<User>().SingleAsync(u => u.Id == userId, ct);
        if ((await check.RunAsync(user.Email!, current, ct)).IsRefused) return Wrong;

        return await newPassword.SetAsync(user, password, SecurityEventKind.PasswordChanged, keep: sessionId, ct);
    }
}
