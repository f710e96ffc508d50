using Microsoft.AspNetCore.Html;

namespace Academy.Curriculum.Subjects;

/// <summary>A subject, ready to be shown.</summary>
/// <param name="Language">In which it is written; not always the reader's.</param>
/// <param name="Html">Safe.</param>
/// <param name="Contents">Its headings of the highest level.</param>
/// <param name="Fingerprint">The same for the same text, in whatever release.</param>
internal sealed record Subject(string Language, IHtmlContent Html, IReadOnlyList<SubjectHeading> Contents, string Fingerprint)
{
    // Fewer fit on a screen or two: one sees them anyway.
    private const int ManyHeadings = 4;

    public bool IsLong => Contents.Count >= ManyHeadings;
}

/// <param name="Id">Of the heading's element.</param>
/// <param name="Text">Without markup.</param>
internal sealed record SubjectHeading(string Id, string Text);
