using Academy.Curriculum.Loading;
using Academy.Kernel.Data;
using Academy.Kernel.Files;
using Microsoft.Extensions.Options;

namespace Academy.Curriculum.Releases;

/// <summary>The frozen copies in data/releases/: each is written whole, under its final name only when it is complete.</summary>
internal sealed class ReleaseFolders(IOptions<DataOptions> data)
{
    private const string Unfinished = ".unfinished-";

    private readonly string _root = data.Value.Folder("releases");

    public string Of(string id) => Path.Combine(_root, id);

    /// <summary>The files of a release, or null when there is no whole copy of it.</summary>
    public ContentFiles? Open(string id)
    {
        var folder = Of(id);
        if (!Directory.Exists(folder)) return null;
        var errors = new ContentErrors();
        var files = ReadFolder.Read(folder, errors);
        // A power cut may leave a file empty although its folder got the final name.
        return !errors.Any && files.Id == id ? files : null;
    }

    /// <summary>Makes sure that there is a whole copy. Safe to run twice, and in two processes at a time.</summary>
    public void Freeze(ContentFiles files)
    {
        if (Open(files.Id) is not null) return;
        var (draft, damaged) = (Unused(), Unused());
        try
        {
            foreach (var (path, file) in files.All) Write(Path.Combine(draft, path), file);
            if (Directory.Exists(Of(files.Id))) Directory.Move(Of(files.Id), damaged);
            Directory.Move(draft, Of(files.Id));
        }
        catch (IOException) when (Open(files.Id) is not null)
        {
            // Another process was quicker with the same files.
        }
        finally
        {
            Remove(draft);
            Remove(damaged);
        }
    }

    /// <summary>What a crash left behind.</summary>
    public void Tidy(TimeSpan age)
    {
        foreach (var folder in new DirectoryInfo(_root).EnumerateDirectories($"{Unfinished}*"))
        {
            if (folder.IsOlderThan(age)) Remove(folder.FullName);
        }
    }

    private string Unused() => Path.Combine(_root, Unfinished + Path.GetRandomFileName());

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static void Write(string path, ContentFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var stream = File.Create(path)) stream.Write(file.Bytes);
        if (!OperatingSystem.IsWindows() && file.IsExecutable)
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }
}
