using System.Formats.Tar;
using Academy.Repositories.Git;

namespace Academy.Repositories.Archiving;

/// <summary>A commit as a tar archive, the same bytes each time.</summary>
internal static class TarArchive
{
    private const int Block = 512;

    private const UnixFileMode Readable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode Executable =
        Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <exception cref="InvalidDataException">It would have more than <paramref name="maxBytes"/>; nothing was read then.</exception>
    public static async Task<byte[]> WriteAsync(WorkTree tree, long maxBytes, CancellationToken ct)
    {
        var size = tree.Entries.Sum(SizeOf);
        if (size > Math.Min(maxBytes, Array.MaxLength)) throw new InvalidDataException($"The commit has more than {maxBytes} bytes.");

        using var archive = new MemoryStream((int)size);
        await using (var writer = new TarWriter(archive, TarEntryFormat.Gnu, leaveOpen: true))
        {
            await foreach (var (entry, content) in tree.ReadAsync(ct)) await writer.WriteEntryAsync(ToTar(entry, content), ct);
        }

        return archive.ToArray();
    }

    // One header, two more blocks when the name is long, and the content in whole blocks.
    private static long SizeOf(TreeEntry entry) => 3 * Block + (entry.Size + Block - 1) / Block * Block;

    private static GnuTarEntry ToTar(TreeEntry entry, byte[]? content)
    {
        var tar = new GnuTarEntry(content is null ? TarEntryType.Directory : TarEntryType.RegularFile, entry.Path)
        {
            ModificationTime = DateTimeOffset.UnixEpoch,
            Mode = content is null || entry.IsExecutable ? Executable : Readable,
        };
        if (content is not null) tar.DataStream = new MemoryStream(content);
        return tar;
    }
}
