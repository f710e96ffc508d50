using Academy.Kernel.Texts;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Academy.Curriculum.Subjects;

/// <summary>Makes a parsed subject fit for a page of ours: where its links lead, what its ids are, no styles of its own.</summary>
internal static class PrepareSubject
{
    // A heading "Main" must not take the id of the page's own main element.
    private const string IdPrefix = "s-";

    /// <param name="document">Changed in place.</param>
    /// <param name="files">Address of the project's files, with a slash at the end.</param>
    /// <param name="language">In which it is written.</param>
    public static void Run(MarkdownDocument document, string files, string language)
    {
        if (language == "fr")
        {
            foreach (var text in document.Descendants<LiteralInline>()) text.Content = new StringSlice(FrenchSpaces.Keep(text.Content.ToString()));
        }

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Max(heading.Level, 2);
            heading.GetAttributes().Id = IdPrefix + heading.TryGetAttributes()?.Id;
        }

        foreach (var link in document.Descendants<LinkInline>()) link.SetTarget(SubjectLink.Of(link.Url ?? ""), files);
        foreach (var link in document.Descendants<AutolinkInline>().ToList()) link.SetTarget();
        foreach (var table in document.Descendants<Table>()) AlignByClass(table);
    }

    /// <summary>The headings that a table of contents names.</summary>
    public static IReadOnlyList<SubjectHeading> Headings(MarkdownDocument document) =>
    [
        .. document.Descendants<HeadingBlock>()
            .Where(h => h.Level == 2)
            .Select(h => new SubjectHeading(h.GetAttributes().Id!, string.Concat(h.Inline?.Descendants().Select(Text) ?? []))),
    ];

    private static string Text(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    };

    private static void SetTarget(this LinkInline link, SubjectLink target, string files)
    {
        link.Url = (link.IsImage, target.Kind) switch
        {
            (_, SubjectLinkKind.File) => files + string.Join('/', target.Target.Split('/').Select(Uri.EscapeDataString)),
            (true, _) => "",
            (_, SubjectLinkKind.Heading) => $"#{IdPrefix}{target.Target}",
            (_, SubjectLinkKind.Project) => $"/projects/{Uri.EscapeDataString(target.Target)}",
            (_, SubjectLinkKind.Outside) => target.Target,
            _ => "#",
        };
        if (link.IsImage) link.GetAttributes().AddPropertyIfNotExist("loading", "lazy");
        else if (target.Kind == SubjectLinkKind.Outside) MarkOutside(link);
    }

    /// <summary>Markdown lets any scheme stand between angle brackets.</summary>
    private static void SetTarget(this AutolinkInline link)
    {
        if (link.IsEmail || SubjectLink.Of(link.Url).Kind == SubjectLinkKind.Outside) MarkOutside(link);
        else link.ReplaceBy(new LiteralInline(link.Url));
    }

    private static void MarkOutside(Inline link)
    {
        link.GetAttributes().AddClass("link-out");
        link.GetAttributes().AddPropertyIfNotExist("rel", "noopener external");
    }

    // Markdig would write style attributes, which the Content-Security-Policy refuses.
    private static void AlignByClass(Table table)
    {
        var alignments = table.ColumnDefinitions.Select(c => c.Alignment).ToList();
        foreach (var column in table.ColumnDefinitions) (column.Alignment, column.Width) = (null, 0);
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < Math.Min(row.Count, alignments.Count); i++)
            {
                if (alignments[i] is TableColumnAlign.Right) ((TableCell)row[i]).GetAttributes().AddClass("num");
                if (alignments[i] is TableColumnAlign.Center) ((TableCell)row[i]).GetAttributes().AddClass("center");
            }
        }
    }
}
