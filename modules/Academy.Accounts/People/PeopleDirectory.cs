using Academy.Accounts.SigningIn;
using Academy.Contracts.Accounts;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.People;

/// <summary>What other modules may know of accounts.</summary>
internal sealed class PeopleDirectory(AcademyDb db, CheckPassword check) : IPeople
{
    public async Task<IReadOnlyDictionary<Guid, Person>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await db.Set<User>().AsNoTracking()
            .Where(u => ids.Contains(u.Id))
            .Select(u => new Person(u.Id, u.Name, User.InitialsOf(u.Name), u.Language, u.TimeZone))
            .ToDictionaryAsync(person => person.Id, ct);

    public async Task<Person?> SignInAsync(string email, string password, CancellationToken ct)
    {
        var found = await check.RunAsync(email, password, ct);
        return found.Value is { } user ? new Person(user.Id, user.Name, user.Initials, user.Language, user.TimeZone) : null;
    }
}
