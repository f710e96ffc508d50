using System.Linq.Expressions;
using Academy.Accounts.SigningIn;
using Academy.Contracts.Accounts;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.People;

/// <summary>What other modules may know of accounts.</summary>
internal sealed class PeopleDirectory(AcademyDb db, CheckPassword check) : IPeople
{
    private static readonly Expression<Func<User, Person>> Shown = u =>
        new Person(u.Id, u.Name, User.InitialsOf(u.Name), u.Language, u.TimeZone)
        {
            Languages = SpokenLanguages.Of(u.Language, u.OtherLanguages),
            Household = u.Household,
            IsOpen = u.LockedAt == null,
            Since = u.CreatedAt,
        };

    private static readonly Func<User, Person> Show = Shown.Compile();

    public async Task<IReadOnlyDictionary<Guid, Person>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await db.Set<User>().AsNoTracking().Where(u => ids.Contains(u.Id)).Select(Shown).ToDictionaryAsync(person => person.Id, ct);

    public async Task<IReadOnlyList<Person>> SearchLearnersAsync(string text, int most, CancellationToken ct)
    {
        var learners = Open(Role.Learner).NamedLike(User.Searchable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return await learners.OrderBy(u => u.SearchText).ThenBy(u => u.Id).Take(most).Select(Shown).ToListAsync(ct);
    }

    public Task<Person?> FindOpenLearnerAsync(Guid id, CancellationToken ct) =>
        Open(Role.Learner).Where(u => u.Id == id).Select(Shown).SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> OpenLearnersAsync(DateTimeOffset madeUntil, CancellationToken ct) =>
        await Open(Role.Learner).Where(u => u.CreatedAt <= madeUntil).Select(u => new { u.Id, u.CreatedAt }).ToDictionaryAsync(u => u.Id, u => u.CreatedAt, ct);

    public async Task<IReadOnlyList<Guid>> MentorsAsync(CancellationToken ct) =>
        await Open(Role.Mentor | Role.Trainer).Select(u => u.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<Guid>> TrainersAsync(CancellationToken ct) =>
        await Open(Role.Trainer).Select(u => u.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<Guid>> OfficersAsync(CancellationToken ct) =>
        await Open(Role.ProgrammeOfficer).Select(u => u.Id).ToListAsync(ct);

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Person>>> FindByNamesAsync(
        IReadOnlyCollection<string> entries, IReadOnlyCollection<Guid> among, CancellationToken ct)
    {
        if (entries.Count == 0) return new Dictionary<string, IReadOnlyList<Person>>();

        var users = await db.Set<User>().AsNoTracking()
            .Where(u => among.Contains(u.Id))
            .OrderBy(u => u.SearchText).ThenBy(u => u.Id)
            .ToListAsync(ct);
        var people = users.ConvertAll(u => (Name: User.Searchable(u.Name), Email: User.Searchable(u.Email!), Person: Show(u)));
        var byEmail = people.ToLookup(p => p.Email, p => p.Person);
        var byName = people.ToLookup(p => p.Name, p => p.Person);
        return entries.Distinct().ToDictionary(entry => entry, entry => Meant(User.Searchable(entry.Trim())));

        IReadOnlyList<Person> Meant(string text)
        {
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is []) return [];
            if (words.SelectMany(word => byEmail[word]).ToList() is { Count: > 0 } addressed) return addressed;
            if (byName[text].ToList() is { Count: > 0 } named) return named;

            return [.. people.Where(p => words.All(p.Name.Contains)).Select(p => p.Person)];
        }
    }

    public async Task<Person?> SignInAsync(string email, string password, CancellationToken ct)
    {
        var found = await check.RunAsync(email, password, ct);
        return found.Value is { } user ? Show(user) : null;
    }

    private IQueryable<User> Open(Role anyOf) => db.Set<User>().AsNoTracking().Where(u => u.LockedAt == null && (u.Roles & anyOf) != Role.None);
}
