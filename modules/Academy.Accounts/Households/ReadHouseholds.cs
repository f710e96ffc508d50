using Academy.Accounts.People;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Households;

/// <summary>Households, by the names of those who live in them.</summary>
internal sealed class ReadHouseholds(AcademyDb db)
{
    private const int Most = 20;
    private const int MostHouseholds = 200;

    /// <summary>All households, by their first name.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Housemate>>> AllAsync(CancellationToken ct)
    {
        var people = await db.Set<User>().AsNoTracking()
            .Where(u => u.Household != null)
            .OrderBy(u => u.SearchText)
            .Select(u => new { u.Household, Mate = new Housemate(u.Id, u.Name) })
            .ToListAsync(ct);
        return [.. people.GroupBy(p => p.Household).Take(MostHouseholds).Select(h => (IReadOnlyList<Housemate>)[.. h.Select(p => p.Mate)])];
    }

    /// <summary>Null when there is no such person.</summary>
    public async Task<Household?> OfAsync(Guid personId, CancellationToken ct)
    {
        if (await db.Set<User>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == personId, ct) is not { } person) return null;

        var others = person.Household is null ? [] : await db.Set<User>().AsNoTracking()
            .Where(u => u.Household == person.Household && u.Id != personId)
            .OrderBy(u => u.SearchText)
            .Select(u => new Housemate(u.Id, u.Name))
            .ToListAsync(ct);
        return new Household(new Housemate(person.Id, person.Name), others);
    }

    /// <summary>People whose name holds every word, whatever its accents and capitals; nobody for no word.</summary>
    public async Task<IReadOnlyList<Housemate>> SearchAsync(string? text, CancellationToken ct)
    {
        var words = User.Searchable(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];

        var people = db.Set<User>().AsNoTracking().NamedLike(words);
        return await people.OrderBy(u => u.SearchText).Take(Most).Select(u => new Housemate(u.Id, u.Name)).ToListAsync(ct);
    }
}

internal sealed record Housemate(Guid Id, string Name);

/// <param name="Person">Of whom we speak.</param>
/// <param name="Others">Who lives with them.</param>
internal sealed record Household(Housemate Person, IReadOnlyList<Housemate> Others);
