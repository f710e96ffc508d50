namespace Academy.Kernel.Files;

/// <summary>Finds folders that are shipped beside the app, or stand beside Academy.sln in the source tree.</summary>
public static class NearbyFolder
{
    /// <summary>
    /// Looks upwards from the app's own folder, then from the current directory, for a folder with this relative path that
    /// holds <paramref name="file"/>.
    /// </summary>
    /// <returns>Its absolute path, or null.</returns>
    public static string? Find(string path, string file) =>
        Upwards(AppContext.BaseDirectory).Concat(Upwards(Directory.GetCurrentDirectory()))
            .Select(folder => Path.Combine(folder, path))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, file)));

    private static IEnumerable<string> Upwards(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent) yield return folder.FullName;
    }
}
