namespace Academy.Contracts.Repositories;

/// <param name="Files">By path.</param>
/// <param name="IsCut">There are more.</param>
public sealed record CommitFiles(IReadOnlyList<CommitFile> Files, bool IsCut);

/// <param name="Path">From the top, with "/"; bytes that are no UTF-8 are U+FFFD. Learners write it: encode it.</param>
/// <param name="Size">Bytes.</param>
public sealed record CommitFile(string Path, long Size);

/// <param name="Bytes">What was read.</param>
/// <param name="Size">Bytes of the whole file.</param>
public sealed record FileContent(byte[] Bytes, long Size)
{
    /// <summary>There is more than was read.</summary>
    public bool IsCut => Bytes.Length < Size;

    /// <summary>Whether it has a byte that no text has.</summary>
    public bool IsBinary => Bytes.AsSpan().Contains((byte)0);
}

/// <param name="Id">Full object id.</param>
/// <param name="Subject">First paragraph of the message, in one line, as the learner wrote it.</param>
/// <param name="WrittenAt">When its author says it was written.</param>
public sealed record CommitSummary(string Id, string Subject, DateTimeOffset WrittenAt);

/// <param name="Files">In git's order.</param>
/// <param name="IsCut">There are more.</param>
public sealed record CommitChanges(IReadOnlyList<ChangedFile> Files, bool IsCut);

/// <param name="Path">After the commit; before it for a file that was removed.</param>
/// <param name="OldPath">Where a renamed file was before; otherwise the same as <paramref name="Path"/>.</param>
/// <param name="IsBinary">There are no lines to compare.</param>
/// <param name="Hunks">What changed, in order.</param>
/// <param name="IsCut">There are more lines.</param>
public sealed record ChangedFile(
    string Path, string OldPath, FileChange Change, bool IsBinary, IReadOnlyList<Hunk> Hunks, bool IsCut);

/// <summary>What became of a file.</summary>
public enum FileChange
{
    Changed,
    Added,
    Removed,
    Renamed,
}

/// <summary>Lines that stand together: what changed, and a few lines around it.</summary>
/// <param name="Lines">Never empty.</param>
public sealed record Hunk(IReadOnlyList<ChangedLine> Lines);

/// <param name="OldNumber">From 1; null when the line is new.</param>
/// <param name="NewNumber">From 1; null when the line is gone.</param>
/// <param name="Text">As the learner wrote it.</param>
public sealed record ChangedLine(int? OldNumber, int? NewNumber, string Text)
{
    public bool IsAdded => OldNumber is null;

    public bool IsRemoved => NewNumber is null;
}
