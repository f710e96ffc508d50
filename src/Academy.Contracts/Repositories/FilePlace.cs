namespace Academy.Contracts.Repositories;

/// <summary>A text file of a commit, as somebody looks at it.</summary>
/// <param name="AttemptId">Whose work it is.</param>
/// <param name="Commit">Full object id.</param>
/// <param name="Path">From the top, with "/".</param>
/// <param name="Lines">How many are shown.</param>
public sealed record FilePlace(Guid AttemptId, string Commit, string Path, int Lines);
