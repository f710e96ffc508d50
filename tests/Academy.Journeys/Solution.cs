using Academy.Testing;

namespace Academy.Journeys;

/// <summary>The reference solutions of the shipped projects, as somebody would write them.</summary>
internal static class Solution
{
    /// <param name="files">Only these; all when there are none.</param>
    public static void CopyTo(string project, string folder, params string[] files)
    {
        var solution = Path.Combine(TestPaths.Content, "projects", project, "solution");
        foreach (var file in Directory.EnumerateFiles(solution, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(solution, file);
            if (files.Length > 0 && !files.Contains(name)) continue;

            var target = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
