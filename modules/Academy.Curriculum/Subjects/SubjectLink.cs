namespace Academy.Curriculum.Subjects;

/// <summary>Where a link or an image of a subject leads.</summary>
internal enum SubjectLinkKind
{
    /// <summary>Another site, or mail.</summary>
    Outside,

    /// <summary>A heading of this subject.</summary>
    Heading,

    /// <summary>A file beside the subject.</summary>
    File,

    /// <summary>Another project.</summary>
    Project,

    /// <summary>Nothing that a subject may lead to.</summary>
    Forbidden,
}

/// <param name="Kind">See <see cref="SubjectLinkKind"/>.</param>
/// <param name="Target">The heading's id, the file's path in the project, the project's slug, or the address.</param>
internal readonly record struct SubjectLink(SubjectLinkKind Kind, string Target)
{
    private static readonly string[] Schemes = ["https", "http", "mailto"];

    public static SubjectLink Of(string url)
    {
        if (url.StartsWith('#')) return new(SubjectLinkKind.Heading, Uri.UnescapeDataString(url[1..]));
        if (url.StartsWith("/projects/", StringComparison.Ordinal)) return new(SubjectLinkKind.Project, url["/projects/".Length..]);
        if (url.StartsWith('/') || url.StartsWith('\\')) return new(SubjectLinkKind.Forbidden, url);
        if (url.Split(':') is [var scheme, _, ..])
            return new(Schemes.Contains(scheme.ToLowerInvariant()) ? SubjectLinkKind.Outside : SubjectLinkKind.Forbidden, url);
        return new(SubjectLinkKind.File, Uri.UnescapeDataString(url));
    }
}
