using Academy.Contracts.Repositories;
using Academy.Repositories.Git;

namespace Academy.Repositories.Browsing;

/// <summary>What a commit changed, file by file.</summary>
/// <param name="Files">In git's order.</param>
/// <param name="IsCut">There is more than a page can show.</param>
internal sealed record CommitDiff(IReadOnlyList<FileDiff> Files, bool IsCut)
{
    public const int MaxBytes = 512 * 1024;
    private const int MaxLines = 2500;

    private const string Start = "diff --git ";

    public CommitChanges ToContract() => new([.. Files.Select(file => file.ToContract())], IsCut);

    /// <summary>
    /// Reads git's patch format. A line of content begins with a space, "+", "-", "\" or "@", so nobody's text can look like
    /// the beginning of another file.
    /// </summary>
    public static CommitDiff Parse(string patch, bool isCut)
    {
        var lines = patch.Split('\n');
        // What was cut off in the middle would show a line that is not there.
        var end = isCut ? Math.Max(lines.Length - 1, 0) : lines.Length;
        var files = new List<FileDiff>();
        for (int at = 0, shown = 0; at < end;)
        {
            var next = Array.FindIndex(lines, at + 1, end - at - 1, line => line.StartsWith(Start, StringComparison.Ordinal));
            if (next < 0) next = end;
            if (lines[at].StartsWith(Start, StringComparison.Ordinal))
            {
                if (shown > MaxLines) return new CommitDiff(files, IsCut: true);

                files.Add(FileDiff.Parse(new ArraySegment<string>(lines, at, next - at), MaxLines));
                shown += next - at;
            }

            at = next;
        }

        return new CommitDiff(files, isCut);
    }
}
