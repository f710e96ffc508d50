using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Texts;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Demo;

/// <summary>Makes the demo accounts that are missing.</summary>
internal sealed class FillDemo(AcademyDb db, UserManager<User> users, NewAccount accounts)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var addresses = DemoAccounts.All.Select(a => a.Email).ToArray();
        var there = await db.Set<User>().Where(u => addresses.Contains(u.Email)).Select(u => u.Email).ToListAsync(ct);
        var missing = DemoAccounts.All.Where(a => !there.Contains(a.Email)).ToArray();
        if (missing.Length == 0) return;

        // Everybody knows the password, so one hash of it serves all: hashing is slow on purpose, and the start should not be.
        var hash = users.PasswordHasher.HashPassword(null!, DemoOptions.Password);
        db.AddRange(missing.Select(a => accounts.Prepare(a.Email, a.Name, hash, a.Role, Languages.Default)));
        await db.SaveChangesAsync(ct);
    }
}
