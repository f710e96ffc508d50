namespace Academy.Curriculum.Subjects;

/// <summary>The files of a project that a learner's browser may ask for: beside the subject and in images/, nothing else.</summary>
internal static class SubjectFiles
{
    /// <summary>Media types by extension. Nothing that a browser would run as a page of ours.</summary>
    public static IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".svg"] = "image/svg+xml",
        [".pdf"] = "application/pdf",
        [".csv"] = "text/csv; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".json"] = "application/json",
        [".zip"] = "application/zip",
    };

    /// <summary>Media type of a file by its path inside the project; null when it is not to be read by learners.</summary>
    public static string? TypeOf(string path)
    {
        var name = path.StartsWith("images/", StringComparison.Ordinal) ? path["images/".Length..] : path;
        return IsPlain(name) ? Types.GetValueOrDefault(Path.GetExtension(name).ToLowerInvariant()) : null;
    }

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 200 && name[0] != '.' && !name.AsSpan().ContainsAny("/\\\0:");
}
