using Academy.Accounts.People;
using Academy.Accounts.Sessions;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.AspNetCore.Identity;

namespace Academy.Accounts.Tests;

/// <summary>What was there before the test.</summary>
internal static class Given
{
    public const string Password = "vélo jaune sous la pluie";

    // Hashed once: a hash is slow on purpose, and the tests need many accounts.
    private static readonly string Hash = new PasswordHasher<User>().HashPassword(null!, Password);

    public static async Task<User> UserAsync(
        this TestAcademy academy, string email = "lea@example.org", string name = "Léa Martin", Role roles = Role.Learner, string language = "fr")
    {
        var user = await academy.RunAsync<NewAccount, User>(accounts => Task.FromResult(accounts.Prepare(email, name, Hash, roles, language)));
        await academy.SaveAsync(user);
        return user;
    }

    public static async Task<Session> SessionAsync(this TestAcademy academy, User user, string device = "Firefox, Linux")
    {
        var session = new Session(user.Id, device, academy.Clock.GetUtcNow());
        await academy.SaveAsync(session);
        return session;
    }

    public static Task SaveAsync(this TestAcademy academy, object entity) => academy.RunAsync<AcademyDb>(async db =>
    {
        db.Add(entity);
        await db.SaveChangesAsync();
    });

    /// <summary>The rows of a table, as they are now.</summary>
    public static Task<List<T>> AllAsync<T>(this TestAcademy academy) where T : class =>
        academy.RunAsync<AcademyDb, List<T>>(db => Task.FromResult(db.Set<T>().AsEnumerable().ToList()));
}
