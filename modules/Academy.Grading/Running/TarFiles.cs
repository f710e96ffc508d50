using System.Formats.Tar;
using System.Text;

namespace Academy.Grading.Running;

/// <summary>Makes tar archives of files of ours: the author's, and a test's own.</summary>
internal static class TarFiles
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode Plain =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>All files below a folder.</summary>
    public static byte[] OfFolder(string folder) => OfFolders(folder);

    /// <summary>All files below folders that are laid one over the other: the later one wins.</summary>
    public static byte[] OfFolders(params string[] folders) => Write(
        folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => (Name: Path.GetRelativePath(folder, path), Path: path)))
            .GroupBy(file => file.Name)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (
                group.Key,
                File.ReadAllBytes(group.Last().Path),
                Plain | (File.GetUnixFileMode(group.Last().Path) & Executable))));

    /// <summary>Texts by relative path.</summary>
    public static byte[] Of(IReadOnlyDictionary<string, string> files) =>
        Write(files.Select(file => (file.Key, Encoding.UTF8.GetBytes(file.Value), Plain)));

    private static byte[] Write(IEnumerable<(string Name, byte[] Content, UnixFileMode Mode)> files)
    {
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            var directories = new HashSet<string>();
            foreach (var (name, content, mode) in files)
            {
                // Named, they replace what a learner may have put in their place: two links to one directory would let one
                // file of the author's overwrite another.
                foreach (var directory in DirectoriesOf(name).Where(directories.Add))
                    writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, directory) { Mode = Plain | Executable });

                writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name)
                {
                    DataStream = new MemoryStream(content),
                    Mode = mode,
                    ModificationTime = DateTimeOffset.UnixEpoch,
                });
            }
        }

        return archive.ToArray();
    }

    private static IEnumerable<string> DirectoriesOf(string name) =>
        from end in Enumerable.Range(1, name.Length - 1)
        where name[end] == '/'
        select name[..end];
}
