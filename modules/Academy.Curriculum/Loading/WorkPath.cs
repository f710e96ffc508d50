namespace Academy.Curriculum.Loading;

/// <summary>Paths in the learner's work folder, as authors write them.</summary>
internal static class WorkPath
{
    /// <summary>Whether a path stays where it is put, on every system.</summary>
    public static bool IsInside(string path) =>
        path.Length is > 0 and <= 200
        && !path.AsSpan().ContainsAny('\\', '\0', ':')
        && path.Split('/').All(part => part is not ("" or "." or "..") && !part.Equals(".git", StringComparison.OrdinalIgnoreCase));
}
