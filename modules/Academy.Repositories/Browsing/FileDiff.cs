using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Contracts.Repositories;
using Academy.Repositories.Git;

namespace Academy.Repositories.Browsing;

internal enum LineChange
{
    Kept,
    Added,
    Removed,

    /// <summary>The head of a piece: which lines follow.</summary>
    Hunk,
}

/// <param name="Path">After the commit; before it for a file that was removed.</param>
/// <param name="OldPath">Where a renamed file was before; otherwise the same as <paramref name="Path"/>.</param>
/// <param name="IsBinary">There are no lines to compare.</param>
/// <param name="IsCut">There are more lines.</param>
internal sealed partial record FileDiff(
    string Path, string OldPath, FileChange Change, bool IsBinary, IReadOnlyList<DiffLine> Lines, bool IsCut)
{
    public int Added => Lines.Count(l => l.Change == LineChange.Added);

    public int Removed => Lines.Count(l => l.Change == LineChange.Removed);

    /// <summary>The same without heads.</summary>
    public ChangedFile ToContract()
    {
        var hunks = new List<List<ChangedLine>>();
        foreach (var line in Lines)
        {
            if (line.Change == LineChange.Hunk) hunks.Add([]);
            else hunks[^1].Add(new ChangedLine(line.OldNumber, line.NewNumber, line.Text));
        }

        return new ChangedFile(Path, OldPath, Change, IsBinary, [.. hunks.Where(h => h.Count > 0).Select(h => new Hunk(h))], IsCut);
    }

    /// <summary>Reads the part of a patch that is about one file.</summary>
    public static FileDiff Parse(IReadOnlyList<string> part, int maxLines)
    {
        var head = part.TakeWhile(line => !line.StartsWith("@@", StringComparison.Ordinal)).ToList();
        var (oldPath, path) = Names(head);
        return new FileDiff(
            path,
            oldPath,
            Has(head, "new file mode ") ? FileChange.Added
                : Has(head, "deleted file mode ") ? FileChange.Removed
                : Has(head, "rename to ") ? FileChange.Renamed
                : FileChange.Changed,
            Has(head, "Binary files ") || Has(head, "GIT binary patch"),
            [.. Number(part.Skip(head.Count).Take(maxLines))],
            part.Count - head.Count > maxLines);
    }

    private static (string Old, string New) Names(List<string> head)
    {
        if (After(head, "rename to ") is { } renamed) return (GitNames.Unquote(After(head, "rename from ")!), GitNames.Unquote(renamed));

        // Not renamed: "diff --git a/x b/x" holds the same name twice.
        var both = head[0]["diff --git ".Length..];
        var name = GitNames.Unquote(both[(both.Length / 2 + 1)..])["b/".Length..];
        return (name, name);
    }

    private static IEnumerable<DiffLine> Number(IEnumerable<string> lines)
    {
        var (oldNumber, newNumber) = (0, 0);
        foreach (var line in lines)
        {
            if (HunkHead().Match(line) is { Success: true } hunk)
            {
                oldNumber = int.Parse(hunk.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                newNumber = int.Parse(hunk.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
                yield return new DiffLine(LineChange.Hunk, null, null, line);
            }
            else if (line is ['+', ..]) yield return new DiffLine(LineChange.Added, null, newNumber++, line[1..]);
            else if (line is ['-', ..]) yield return new DiffLine(LineChange.Removed, oldNumber++, null, line[1..]);
            else if (line is [' ', ..]) yield return new DiffLine(LineChange.Kept, oldNumber++, newNumber++, line[1..]);
        }
    }

    private static bool Has(List<string> head, string start) => After(head, start) is not null;

    private static string? After(List<string> head, string start) =>
        head.Find(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..];

    [GeneratedRegex(@"^@@ -(\d{1,9})(?:,\d+)? \+(\d{1,9})(?:,\d+)? @@", RegexOptions.CultureInvariant)]
    private static partial Regex HunkHead();
}

/// <param name="Change">What became of the line.</param>
/// <param name="OldNumber">From 1; null when the line is new.</param>
/// <param name="NewNumber">From 1; null when the line is gone.</param>
/// <param name="Text">Without the sign.</param>
internal sealed record DiffLine(LineChange Change, int? OldNumber, int? NewNumber, string Text);
