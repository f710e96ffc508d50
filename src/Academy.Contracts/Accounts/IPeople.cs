namespace Academy.Contracts.Accounts;

/// <summary>Who somebody is, as far as other modules may know.</summary>
public interface IPeople
{
    /// <summary>The people with these ids; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<Guid, Person>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>
    /// Learners with open accounts whose name holds every word of <paramref name="text"/>, whatever its accents and capitals, by
    /// name. Never looks into e-mail addresses. An empty text fits everybody.
    /// </summary>
    Task<IReadOnlyList<Person>> SearchLearnersAsync(string text, int most, CancellationToken ct);

    /// <summary>The learner with this account, if it is open; null for everybody else.</summary>
    Task<Person?> FindOpenLearnerAsync(Guid id, CancellationToken ct);

    /// <summary>Learners with open accounts that were made until <paramref name="madeUntil"/>, with the moment of each.</summary>
    Task<IReadOnlyDictionary<Guid, DateTimeOffset>> OpenLearnersAsync(DateTimeOffset madeUntil, CancellationToken ct);

    /// <summary>Accounts of mentors and trainers that are open.</summary>
    Task<IReadOnlyList<Guid>> MentorsAsync(CancellationToken ct);

    /// <summary>Accounts of trainers that are open.</summary>
    Task<IReadOnlyList<Guid>> TrainersAsync(CancellationToken ct);

    /// <summary>Accounts of programme officers that are open.</summary>
    Task<IReadOnlyList<Guid>> OfficersAsync(CancellationToken ct);

    /// <summary>
    /// Who may be meant by what somebody typed: the one whose whole e-mail address is in it, else those with this whole name, else
    /// those whose name holds all its words. Accents and capitals make no difference; parts of addresses fit nobody.
    /// </summary>
    /// <param name="entries">What was typed: a person each.</param>
    /// <param name="among">The people who come into question.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>For each entry, by name; empty where nobody fits.</returns>
    Task<IReadOnlyDictionary<string, IReadOnlyList<Person>>> FindByNamesAsync(
        IReadOnlyCollection<string> entries, IReadOnlyCollection<Guid> among, CancellationToken ct);

    /// <summary>The account with this e-mail address if <paramref name="password"/> is right; null for every other case, at the same cost. Counts towards lock-out.</summary>
    Task<Person?> SignInAsync(string email, string password, CancellationToken ct);
}

/// <param name="Id">The account.</param>
/// <param name="Name">The name that the person chose to be called by.</param>
/// <param name="Initials">One or two letters, for the avatar.</param>
/// <param name="Language">ISO 639-1, "fr" or "en".</param>
/// <param name="TimeZone">IANA identifier, "Europe/Paris".</param>
public sealed record Person(Guid Id, string Name, string Initials, string Language, string TimeZone)
{
    /// <summary>ISO 639-1 codes of the languages that the person speaks; the first is <see cref="Language"/>.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [Language];

    /// <summary>People with the same household do not evaluate each other; null: none is known.</summary>
    public Guid? Household { get; init; }

    /// <summary>False once the account is closed: the name stays on what was done, and nothing new is asked of the person.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>When the account was made.</summary>
    public DateTimeOffset Since { get; init; }
}
