using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.SigningIn;

/// <summary>Whose e-mail address and password these are. Every answer costs one password hash, whoever asks.</summary>
internal sealed class CheckPassword(AcademyDb db, UserManager<User> users, AuditTrail audit, TimeProvider clock)
{
    public const int TriesBeforePause = 8;
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    private static readonly Refusal Wrong = Refusals.WrongPassword.With(TriesBeforePause, (int)Pause.TotalMinutes);
    private static readonly User Nobody = new("", "", default, "", DateTimeOffset.UnixEpoch);
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<User>().HashPassword(Nobody, ""));

    public async Task<Outcome<User>> RunAsync(string email, string password, CancellationToken ct)
    {
        var user = await users.FindByEmailAsync(email);
        if (user?.PasswordHash is null || user.LockoutEnd > clock.GetUtcNow())
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
            return Wrong;
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            await CountFailureAsync(user.Id, ct);
            return Wrong;
        }

        if (user.AccessFailedCount > 0) await ResetFailuresAsync(user.Id, ct);
        if (user.LockedAt is not null) return Refusals.AccountLocked;
        return user;
    }

    private async Task CountFailureAsync(Guid userId, CancellationToken ct)
    {
        // Counted by the database: a hundred guesses at once are a hundred failures.
        var account = db.Set<User>().Where(u => u.Id == userId);
        await account.ExecuteUpdateAsync(set => set.SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount + 1), ct);

        DateTimeOffset? until = clock.GetUtcNow() + Pause;
        var paused = await account.Where(u => u.AccessFailedCount >= TriesBeforePause).ExecuteUpdateAsync(
            set => set.SetProperty(u => u.LockoutEnd, until).SetProperty(u => u.AccessFailedCount, 0), ct);

        audit.Note(paused == 0 ? SecurityEventKind.SignInFailed : SecurityEventKind.SignInPaused, userId);
        await db.SaveChangesAsync(ct);
    }

    private Task<int> ResetFailuresAsync(Guid userId, CancellationToken ct) =>
        db.Set<User>().Where(u => u.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(u => u.AccessFailedCount, 0), ct);
}
