using Academy.Accounts.Audit;
using Academy.Accounts.Passwords;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.People;

/// <summary>Prepares an account; the caller saves it, together with what gave the right to it.</summary>
internal sealed class NewAccount(AcademyDb db, UserManager<User> users, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome<User>> PrepareAsync(
        string email, string name, string password, Role roles, string language, CancellationToken ct)
    {
        if (!User.IsEmail(email.Trim())) return Refusals.EmailWrong;
        if (PasswordRules.Check(password, email, name).Refusal is { } refusal) return refusal;

        var user = Prepare(email, name, users.PasswordHasher.HashPassword(null!, password), roles, language);
        if (await db.Set<User>().AnyAsync(u => u.NormalizedEmail == user.NormalizedEmail, ct)) return Refusals.EmailTaken;

        db.Add(user);
        audit.Note(SecurityEventKind.AccountMade, user.Id, RoleTexts.Written(user.Roles));
        return user;
    }

    /// <summary>For accounts whose password is hashed already.</summary>
    public User Prepare(string email, string name, string passwordHash, Role roles, string language)
    {
        var user = new User(email.Trim(), name, roles, language, clock.GetUtcNow()) { PasswordHash = passwordHash };
        (user.NormalizedEmail, user.NormalizedUserName) = (users.NormalizeEmail(user.Email), users.NormalizeName(user.UserName));
        user.SecurityStamp = User.NewStamp();
        return user;
    }
}
