namespace Academy.Curriculum.Loading;

/// <summary>Reads a content folder from disk, within bounds.</summary>
internal sealed class ReadFolder(ContentErrors errors)
{
    private const int MostFiles = 5_000;
    private const int MostBytes = 8 * 1024 * 1024;
    private const int MostBytesInAll = 64 * 1024 * 1024;

    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // What editors, file managers and test runs leave behind is not content.
    private static readonly HashSet<string> Ignored =
        [".git", ".DS_Store", "Thumbs.db", "__pycache__", ".pytest_cache", "node_modules", ".vscode", ".idea"];

    private readonly Dictionary<string, ContentFile> _files = [];
    private long _bytes;

    public static ContentFiles Read(string folder, ContentErrors errors)
    {
        var reading = new ReadFolder(errors);
        if (Directory.Exists(folder)) reading.Collect(new DirectoryInfo(folder), "");
        return new ContentFiles(reading._files);
    }

    private bool Collect(DirectoryInfo folder, string prefix)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var path = prefix + entry.Name;
            if (IsIgnored(entry.Name)) continue;
            if (entry.LinkTarget is not null) errors.Add(path, 0, "This is a symbolic link: put the file itself here.");
            else if (!(entry is DirectoryInfo inner ? Collect(inner, $"{path}/") : Add(path, (FileInfo)entry))) return false;
        }

        return true;
    }

    private bool Add(string path, FileInfo file)
    {
        try
        {
            if (file.Length > MostBytes)
            {
                errors.Add(path, 0, "This file is too large: at most {0} kB.", MostBytes >> 10);
                return true;
            }

            var content = new ContentFile(File.ReadAllBytes(file.FullName), IsExecutable(file));
            _bytes += content.Bytes.Length;
            _files.Add(path, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(path, 0, "This file cannot be read: {0}", e.Message);
        }

        if (_files.Count <= MostFiles && _bytes <= MostBytesInAll) return true;
        errors.Add(path, 0, "The content is too large: at most {0} files and {1} MB in all.", MostFiles, MostBytesInAll >> 20);
        return false;
    }

    private static bool IsIgnored(string name) => Ignored.Contains(name) || name.EndsWith('~') || name.EndsWith(".swp", StringComparison.Ordinal);

    private static bool IsExecutable(FileInfo file) => !OperatingSystem.IsWindows() && (file.UnixFileMode & Execute) != 0;
}
