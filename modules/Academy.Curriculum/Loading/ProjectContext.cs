using Academy.Contracts.Curriculum;

namespace Academy.Curriculum.Loading;

/// <summary>What reading a project needs to know of the rest.</summary>
internal sealed record ProjectContext(
    string Slug,
    ContentFiles Files,
    string ReleaseFolder,
    IReadOnlyList<string> Languages,
    IReadOnlySet<string> Skills,
    IReadOnlySet<string> Projects,
    IReadOnlyList<string> Images,
    ContentErrors Errors)
{
    /// <summary>Whether attempts have a deadline.</summary>
    public bool IsExam { get; init; }

    /// <summary>Steps in which slots, and so defences, are measured.</summary>
    public int UnitMinutes { get; init; } = EvaluationRules.Default.Slots.UnitMinutes;

    /// <summary>The project's folder in the content.</summary>
    public string Folder => $"projects/{Slug}";

    /// <summary>The project's folder on disk, in its release.</summary>
    public string FolderOnDisk(params string[] names) => Path.Combine([ReleaseFolder, "projects", Slug, .. names]);
}
