using System.Formats.Tar;

namespace Academy.Grading.Gate;

/// <summary>Packs folders of this machine as a learner's push would arrive.</summary>
internal static class WorkTree
{
    /// <summary>
    /// One tar archive of all files of the folders; of two with one path, the later folder's is taken. A link stays a link: what it
    /// points to is not read. Git's own folder is left out.
    /// </summary>
    public static byte[] Pack(params IEnumerable<string> folders)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in folders) Collect(new DirectoryInfo(folder), "", files);

        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, path) in files) writer.WriteEntry(path, name);
        }

        return archive.ToArray();
    }

    private static void Collect(DirectoryInfo folder, string prefix, SortedDictionary<string, string> files)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry.Name == ".git") continue;
            if (entry is DirectoryInfo { LinkTarget: null } inner) Collect(inner, $"{prefix}{entry.Name}/", files);
            else if (entry.LinkTarget is not null || IsPlain(entry)) files[prefix + entry.Name] = entry.FullName;
        }
    }

    // A FIFO would be waited for, a device might never end.
    private static bool IsPlain(FileSystemInfo entry) => entry.Attributes == FileAttributes.Normal || (entry.Attributes & ~Harmless) == 0;

    private const FileAttributes Harmless = FileAttributes.ReadOnly | FileAttributes.Hidden | FileAttributes.Archive | FileAttributes.Normal;
}
