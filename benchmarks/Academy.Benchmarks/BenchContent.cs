using Academy.Testing;

namespace Academy.Benchmarks;

/// <summary>The small curriculum with its first project several times more, as hello0, hello1 …</summary>
internal sealed class BenchContent : IDisposable
{
    private const string Hello = "projects/hello/";
    private const int MemoryMb = 100;

    /// <param name="copies">How many.</param>
    /// <param name="alike">False: each has limits of its own, so that no sandbox of one serves another.</param>
    public BenchContent(int copies, bool alike = true)
    {
        foreach (var path in Directory.EnumerateFiles(TestPaths.SmallContent, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(TestPaths.SmallContent, path);
            Copy(path, name);
            if (!name.StartsWith(Hello, StringComparison.Ordinal)) continue;
            for (var copy = 0; copy < copies; copy++) Copy(path, name.Replace(Hello, $"projects/hello{copy}/", StringComparison.Ordinal));
        }

        for (var copy = 0; copy < copies && !alike; copy++) LimitMemory(copy);

        var track = Path.Combine(Folder, "tracks", "basics", "track.yml");
        var projects = string.Concat(Enumerable.Range(0, copies).Select(copy => $"\n      - {{ project: hello{copy} }}"));
        File.WriteAllText(track, File.ReadAllText(track).Replace("- { project: hello }", $"- {{ project: hello }}{projects}", StringComparison.Ordinal));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("academy-bench-content-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void LimitMemory(int copy) => File.AppendAllText(
        Path.Combine(Folder, "projects", $"hello{copy}", "project.yml"), $"\n  limits: {{ memoryMb: {MemoryMb + copy} }}\n");

    private void Copy(string path, string name)
    {
        var target = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(path, target);
    }
}
