using Academy.Curriculum.Subjects;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Academy.Curriculum.Loading;

/// <summary>subject.&lt;language&gt;.md: headings, links and images.</summary>
internal sealed class SubjectFile(ProjectContext context, string path)
{
    private const int MostBytes = 512 * 1024;

    /// <summary>The default language must be there; others may be.</summary>
    public static void Check(ProjectContext context, string language)
    {
        var path = $"{context.Folder}/subject.{language}.md";
        if (language != context.Languages[0] && !context.Files.Has(path)) return;
        if (context.Files.Text(path, MostBytes, context.Errors) is { } text) new SubjectFile(context, path).Check(text);
    }

    private void Check(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) Add(0, "The subject is empty.");
        var document = SubjectPipeline.Parse(text);
        var headings = document.Descendants<HeadingBlock>().ToList();
        foreach (var heading in headings.Where(h => h.Level == 1))
            Add(heading.Line, "Headings begin at ##: the page already has the title.");

        var ids = headings.Select(h => h.TryGetAttributes()?.Id ?? "").ToHashSet();
        foreach (var link in document.Descendants<LinkInline>()) CheckLink(link, ids);
    }

    private void CheckLink(LinkInline link, HashSet<string> headings)
    {
        var url = link.Url ?? "";
        var (kind, target) = SubjectLink.Of(url);
        if (link.IsImage && kind != SubjectLinkKind.File)
            Add(link.Line, "The image \"{0}\" must be a file beside the subject or in images/.", url);
        else if (kind == SubjectLinkKind.Forbidden)
            Add(link.Line, "The link \"{0}\" leads nowhere: write https://…, #heading, /projects/<slug> or the name of a file beside the subject.", url);
        else if (kind == SubjectLinkKind.Heading && !headings.Contains(target))
            AddNearest(link.Line, "There is no heading \"#{0}\" in this subject.", target, headings);
        else if (kind == SubjectLinkKind.Project && !context.Projects.Contains(target))
            AddNearest(link.Line, "There is no project \"{0}\".", target, context.Projects);
        else if (kind == SubjectLinkKind.File && (SubjectFiles.TypeOf(target) is null || !context.Files.Has($"{context.Folder}/{target}")))
            AddNearest(link.Line, "There is no file \"{0}\" beside the subject or in images/.", target, Readable());
    }

    private IEnumerable<string> Readable() => context.Files.Under(context.Folder)
        .Select(p => p[(context.Folder.Length + 1)..])
        .Where(p => SubjectFiles.TypeOf(p) is not null);

    private void AddNearest(int line, string text, string written, IEnumerable<string> known)
    {
        if (Nearest.To(written, known) is { } meant) Add(line, text + " Did you mean \"{1}\"?", written, meant);
        else Add(line, text, written);
    }

    // Markdig counts lines from 0.
    private void Add(int line, string text, params object[] args) => context.Errors.Add(path, line + 1, text, args);
}
