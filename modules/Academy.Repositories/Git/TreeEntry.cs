using System.Globalization;
using System.Text;

namespace Academy.Repositories.Git;

internal enum TreeEntryKind
{
    File,
    Folder,
    Link,
    Submodule,
}

/// <summary>One line of <c>git ls-tree -z -l</c>.</summary>
/// <param name="Path">As the learner wrote it; bytes that are no UTF-8 become U+FFFD.</param>
/// <param name="Size">Bytes; 0 for what is not a file or link.</param>
internal sealed record TreeEntry(string Path, TreeEntryKind Kind, bool IsExecutable, string ObjectId, long Size)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Reads whole lines; a last one that was cut is left out.</summary>
    public static IEnumerable<TreeEntry> ParseAll(byte[] output)
    {
        for (int start = 0, end; (end = Array.IndexOf(output, (byte)0, start)) >= 0; start = end + 1)
            yield return Parse(Encoding.UTF8.GetString(output, start, end - start));
    }

    // "100644 blob <id>    1234\tname"
    private static TreeEntry Parse(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var parts = line[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var size = long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : 0;
        return new TreeEntry(line[(tab + 1)..], KindOf(parts[0]), parts[0] == "100755", parts[2], size);
    }

    private static TreeEntryKind KindOf(string mode) => mode switch
    {
        "040000" => TreeEntryKind.Folder,
        "120000" => TreeEntryKind.Link,
        "160000" => TreeEntryKind.Submodule,
        _ => TreeEntryKind.File,
    };
}
