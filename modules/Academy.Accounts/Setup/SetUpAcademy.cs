using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Setup;

/// <summary>Makes the first administrator of an empty academy.</summary>
internal sealed class SetUpAcademy(AcademyDb db, NewAccount accounts, SetupCode setup)
{
    /// <summary>Called at start: makes the code when there is nobody yet, and says it on the console.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        if (await db.Set<User>().AnyAsync(ct)) return;

        // The console, not the log: logs are kept and read by others.
        Console.WriteLine();
        Console.WriteLine("  This academy has no accounts yet. Open /setup and make the administrator's with this code:");
        Console.WriteLine($"    {setup.Make()}");
    }

    /// <summary>Whether the set-up page is there: never again once somebody has an account.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken ct)
    {
        if (!setup.IsWaiting) return false;
        if (await db.Set<User>().AnyAsync(ct)) setup.Forget();
        return setup.IsWaiting;
    }

    public async Task<Outcome<User>> RunAsync(
        string code, string email, string name, string password, string language, CancellationToken ct)
    {
        if (!setup.Is(code)) return Refusals.WrongSetupCode;

        var made = await accounts.PrepareAsync(email, name, password, Role.Operator, language, ct);
        if (made.IsRefused) return made;

        if (!setup.Forget()) return Refusals.WrongSetupCode;

        await db.SaveChangesAsync(ct);
        return made;
    }
}
