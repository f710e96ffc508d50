using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Texts;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Demo;

/// <summary>Makes the demo accounts that are missing.</summary>
internal sealed class FillDemo(AcademyDb db, UserManager<User> users, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var addresses = DemoAccounts.All.Select(a => users.NormalizeEmail(a.Email)).ToArray();
        var there = await db.Set<User>().Where(u => addresses.Contains(u.NormalizedEmail)).Select(u => u.Email).ToListAsync(ct);
        var missing = DemoAccounts.All.ExceptBy(there, a => a.Email).ToArray();
        if (missing.Length == 0) return;

        var now = clock.GetUtcNow();
        var accounts = missing.Select(a => new User(a.Email, a.Name, a.Role, Languages.Default, now)).ToArray();
        // Everybody knows the password, so one hash of it serves all: hashing is slow on purpose, and the start should not be.
        var hash = users.PasswordHasher.HashPassword(accounts[0], DemoOptions.Password);
        foreach (var account in accounts)
        {
            (account.NormalizedEmail, account.NormalizedUserName) = (users.NormalizeEmail(account.Email), users.NormalizeName(account.UserName));
            (account.PasswordHash, account.SecurityStamp) = (hash, Guid.CreateVersion7().ToString("N"));
            account.EmailConfirmed = true;
        }

        db.AddRange(accounts);
        await db.SaveChangesAsync(ct);
    }
}
