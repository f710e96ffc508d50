namespace Academy.Testing;

/// <summary>Where things are in the source tree.</summary>
public static class TestPaths
{
    /// <summary>The folder of Academy.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The curriculum that is shipped.</summary>
    public static string Content => Path.Combine(Root, "content");

    /// <summary>A curriculum of two small projects, for tests that are not about the shipped one.</summary>
    public static string SmallContent => Path.Combine(Root, "tests", "Academy.Testing", "content");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Academy.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the source tree.");
        return folder.FullName;
    }

    /// <summary>A folder with all that is in it, for a test that changes some of it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
