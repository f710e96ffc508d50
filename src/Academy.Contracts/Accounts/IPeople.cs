namespace Academy.Contracts.Accounts;

/// <summary>Who somebody is, as far as other modules may know.</summary>
public interface IPeople
{
    /// <summary>The people with these ids; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<Guid, Person>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>The account with this e-mail address if <paramref name="password"/> is right; null for every other case, at the same cost. Counts towards lock-out.</summary>
    Task<Person?> SignInAsync(string email, string password, CancellationToken ct);
}

/// <param name="Id">The account.</param>
/// <param name="Name">The name that the person chose to be called by.</param>
/// <param name="Initials">One or two letters, for the avatar.</param>
/// <param name="Language">ISO 639-1, "fr" or "en".</param>
/// <param name="TimeZone">IANA identifier, "Europe/Paris".</param>
public sealed record Person(Guid Id, string Name, string Initials, string Language, string TimeZone);
