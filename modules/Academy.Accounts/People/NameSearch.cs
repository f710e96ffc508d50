namespace Academy.Accounts.People;

/// <summary>Search by names alone.</summary>
internal static class NameSearch
{
    /// <summary>
    /// Accounts whose name holds every word. The name comes first in the search text, the address after it: whoever searches must
    /// not find out addresses by trying.
    /// </summary>
    /// <param name="users">Among these.</param>
    /// <param name="words">As <see cref="User.Searchable"/> writes them.</param>
    public static IQueryable<User> NamedLike(this IQueryable<User> users, IEnumerable<string> words) => words.Aggregate(
        users,
        (found, word) => found.Where(u => u.SearchText.Contains(word) && u.SearchText.IndexOf(word) < u.SearchText.Length - u.Email!.Length));
}
