using Academy.Kernel.Files;

namespace Academy.Curriculum;

/// <summary>Section "Content".</summary>
internal sealed class ContentOptions
{
    /// <summary>Folder of the curriculum (docs/content.md); empty: the folder "content" beside the app or Academy.sln.</summary>
    public string Directory { get; set; } = "";

    /// <summary>Whether a change of a file is looked at by itself; not set: in the demo academy only.</summary>
    public bool? Watch { get; set; }

    /// <summary>Names of the grading images that projects may use; empty: those that are shipped.</summary>
    public string[] Images { get; set; } = [];

    /// <summary>Absolute path, which may not exist.</summary>
    public string Folder() =>
        Directory != "" ? Path.GetFullPath(Directory) : NearbyFolder.Find("content", "academy.yml") ?? Path.GetFullPath("content");

    public IReadOnlyList<string> KnownImages() => Images.Length > 0 ? Images : ["shell", "c", "python", "node", "web", "php", "sql", "dotnet"];
}
