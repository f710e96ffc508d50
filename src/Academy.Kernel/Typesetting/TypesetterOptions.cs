using Academy.Kernel.Files;

namespace Academy.Kernel.Typesetting;

/// <summary>Section "Typesetter".</summary>
public sealed class TypesetterOptions
{
    /// <summary>Folder with typesetter.mjs and its node_modules; empty: tools/typesetter beside the app or Academy.sln.</summary>
    public string Directory { get; set; } = "";

    /// <summary>The Node program (18 or newer): a path, or a name that is looked for on PATH.</summary>
    public string Node { get; set; } = "node";

    /// <summary>How long one piece may take; whatever takes longer is shown as plain text.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Node is stopped when nobody asked it for so long.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(3);

    internal string? Folder() => Directory != "" ? Path.GetFullPath(Directory) : NearbyFolder.Find(Path.Combine("tools", "typesetter"), "typesetter.mjs");

    internal string? Program()
    {
        if (Path.IsPathRooted(Node)) return File.Exists(Node) ? Node : null;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder != "")
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{Node}.exe" : Node))
            .FirstOrDefault(File.Exists);
    }
}
