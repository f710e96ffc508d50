using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Academy.Grading.Comparing;

/// <summary>Expected and actual text, line beside line, with the parts that differ marked.</summary>
internal sealed record SideBySide(IReadOnlyList<MarkedLine> Expected, IReadOnlyList<MarkedLine> Actual)
{
    public static SideBySide Of(string expected, string actual)
    {
        var diff = new SideBySideDiffBuilder(new Differ()).BuildDiffModel(
            expected.ReplaceLineEndings("\n"), actual.ReplaceLineEndings("\n"), ignoreWhitespace: false);
        return new SideBySide(Mark(diff.OldText), Mark(diff.NewText));
    }

    private static IReadOnlyList<MarkedLine> Mark(DiffPaneModel pane) => [.. pane.Lines.Select(MarkLine)];

    private static MarkedLine MarkLine(DiffPiece line) => line.Type switch
    {
        ChangeType.Imaginary => new MarkedLine([], IsMissing: true),
        ChangeType.Unchanged => new MarkedLine([new MarkedPart(line.Text, false)], false),
        ChangeType.Modified => new MarkedLine(
            [.. line.SubPieces.Where(p => p.Text is not null).Select(p => new MarkedPart(p.Text, p.Type != ChangeType.Unchanged))], false),
        _ => new MarkedLine([new MarkedPart(line.Text ?? "", true)], false),
    };
}

/// <param name="Parts">Pieces of the line, in order.</param>
/// <param name="IsMissing">There is no such line on this side.</param>
internal sealed record MarkedLine(IReadOnlyList<MarkedPart> Parts, bool IsMissing);

/// <param name="Text">As it is.</param>
/// <param name="Differs">The other side has something else here.</param>
internal sealed record MarkedPart(string Text, bool Differs);
