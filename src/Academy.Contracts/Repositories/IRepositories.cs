namespace Academy.Contracts.Repositories;

/// <summary>The Git repositories of attempts.</summary>
public interface IRepositories
{
    /// <summary>
    /// Makes the repository of an attempt with the files of <paramref name="templateFolder"/> as its first commit, once:
    /// when it exists nothing changes. Saves by itself: call it outside a transaction.
    /// </summary>
    /// <param name="name">The project's slug; the last part of the address.</param>
    Task EnsureAsync(Guid attemptId, Guid ownerId, string name, string templateFolder, CancellationToken ct);

    /// <summary>The address to clone from, with host; null when the attempt has no repository.</summary>
    Task<string?> CloneUrlAsync(Guid attemptId, CancellationToken ct);

    /// <summary>
    /// The work tree of a commit as a tar archive, the same bytes each time: regular files and folders only (links and submodules
    /// are left out), as they were pushed.
    /// </summary>
    /// <exception cref="KeyNotFoundException">No such repository or commit.</exception>
    /// <exception cref="InvalidDataException">The archive would have more than <paramref name="maxBytes"/>.</exception>
    Task<byte[]> ArchiveAsync(Guid attemptId, string commit, long maxBytes, CancellationToken ct);

    // The reads below look at one commit, by its full object id. Who may look is for the caller to say. They answer null when
    // there is no such repository, commit or file.

    /// <summary>The files of a commit, by path; links and submodules are left out.</summary>
    Task<CommitFiles?> TreeAsync(Guid attemptId, string commit, CancellationToken ct);

    /// <summary>A file as it was pushed, at most <paramref name="maxBytes"/> of it.</summary>
    Task<FileContent?> ReadFileAsync(Guid attemptId, string commit, string path, int maxBytes, CancellationToken ct);

    /// <summary>The commit and those before it, newest first.</summary>
    Task<IReadOnlyList<CommitSummary>?> CommitsAsync(Guid attemptId, string commit, int most, CancellationToken ct);

    /// <summary>What a commit changed, compared with its first parent.</summary>
    Task<CommitChanges?> DiffAsync(Guid attemptId, string commit, CancellationToken ct);

    /// <summary>All that the commit has, and the files with which the repository began have not.</summary>
    Task<CommitChanges?> DiffSinceStartAsync(Guid attemptId, string commit, CancellationToken ct);
}

/// <summary>A new commit arrived on the branch that is graded. The commit stays readable whatever is pushed later.</summary>
/// <param name="AttemptId">Whose work it is.</param>
/// <param name="Commit">Full object id.</param>
/// <param name="Subject">First line of the commit message, at most 200 characters, as the learner wrote it.</param>
/// <param name="PushedBy">The account that pushed.</param>
/// <param name="At">When the site saw it.</param>
public sealed record CommitPushed(Guid AttemptId, string Commit, string Subject, Guid PushedBy, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"attempt/{AttemptId}";
}
