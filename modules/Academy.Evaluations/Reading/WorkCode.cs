using Academy.Contracts.Repositories;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Explaining;
using Academy.Evaluations.Works;
using Academy.Kernel.Typesetting;
using Microsoft.AspNetCore.Html;

namespace Academy.Evaluations.Reading;

/// <summary>The frozen commit of a work, as evaluators read it.</summary>
internal sealed class WorkCode(IRepositories repositories, Typesetter typesetter)
{
    private const int MostLines = 3000;
    private const int MostCards = 4;
    private const int LinesAround = 2;

    /// <summary>The files, those first that the learners wrote or changed.</summary>
    public async Task<IReadOnlyList<WorkFile>> FilesAsync(Work work, CancellationToken ct)
    {
        var tree = await repositories.TreeAsync(work.AttemptId, work.Commit, ct);
        var changes = await repositories.DiffSinceStartAsync(work.AttemptId, work.Commit, ct);
        var own = changes?.Files.Where(f => f.Change != FileChange.Removed).Select(f => f.Path).ToHashSet() ?? [];
        return
        [
            .. (tree?.Files ?? []).Select(f => new WorkFile(f.Path, f.Size, own.Contains(f.Path)))
                .OrderByDescending(f => f.IsOwn).ThenBy(f => f.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>A file line by line; null when there is no such file.</summary>
    public async Task<SourceFile?> OpenAsync(Work work, string path, CancellationToken ct)
    {
        if (await repositories.ReadFileAsync(work.AttemptId, work.Commit, path, SourceText.MaxBytes, ct) is not { } file) return null;
        if (file.IsBinary) return new SourceFile(path, [], IsBinary: true, IsCut: false);

        var lines = SourceText.LinesOf(file);
        var shown = string.Join('\n', lines.Take(MostLines));
        return new SourceFile(
            path, await typesetter.HighlightLinesAsync(shown, SourceText.LanguageOf(path), ct), IsBinary: false, file.IsCut || lines.Count > MostLines);
    }

    /// <summary>Questions about the learners' own lines, with these lines; a lone line with what stands around it.</summary>
    public async Task<IReadOnlyList<ShownCard>> CardsAsync(Work work, CancellationToken ct)
    {
        if (await repositories.DiffSinceStartAsync(work.AttemptId, work.Commit, ct) is not { } changes) return [];

        var shown = new List<ShownCard>();
        foreach (var card in ExplainCards.Make(changes.Files.Where(f => !f.IsBinary).SelectMany(Blocks), work.Commit, MostCards))
        {
            if (await repositories.ReadFileAsync(work.AttemptId, work.Commit, card.Path, SourceText.MaxBytes, ct) is not { IsBinary: false } file) continue;

            var lines = SourceText.LinesOf(file);
            if (card.LastLine > lines.Count) continue;

            var around = card.FirstLine == card.LastLine ? LinesAround : 0;
            var first = Math.Max(1, card.FirstLine - around);
            var last = Math.Min(lines.Count, card.LastLine + around);
            var code = await typesetter.HighlightLinesAsync(string.Join('\n', lines.Skip(first - 1).Take(last - first + 1)), SourceText.LanguageOf(card.Path), ct);
            shown.Add(new ShownCard(card, [.. code.Select((line, i) => new ShownLine(line, around > 0 && first + i == card.FirstLine))]));
        }

        return shown;
    }

    /// <summary>Added lines that stand together.</summary>
    private static IEnumerable<AddedBlock> Blocks(ChangedFile file)
    {
        foreach (var hunk in file.Hunks)
        {
            var (first, lines) = (0, new List<string>());
            foreach (var line in hunk.Lines.Where(l => !l.IsRemoved))
            {
                if (line.IsAdded)
                {
                    if (lines.Count == 0) first = line.NewNumber!.Value;
                    lines.Add(line.Text);
                }
                else if (lines.Count > 0)
                {
                    yield return new AddedBlock(file.Path, first, lines);
                    lines = [];
                }
            }

            if (lines.Count > 0) yield return new AddedBlock(file.Path, first, lines);
        }
    }
}

/// <param name="Path">From the top, with "/".</param>
/// <param name="Size">Bytes.</param>
/// <param name="IsOwn">Written or changed by the learners; otherwise it came with the project.</param>
internal sealed record WorkFile(string Path, long Size, bool IsOwn);

/// <param name="Path">From the top, with "/".</param>
/// <param name="Lines">Highlighted.</param>
/// <param name="IsBinary">No text: there are no lines.</param>
/// <param name="IsCut">There are more lines.</param>
internal sealed record SourceFile(string Path, IReadOnlyList<IHtmlContent> Lines, bool IsBinary, bool IsCut);

/// <param name="Card">The question.</param>
/// <param name="Lines">The lines that it is about, perhaps with those around them.</param>
internal sealed record ShownCard(ExplainCard Card, IReadOnlyList<ShownLine> Lines);

/// <param name="Code">Highlighted.</param>
/// <param name="IsMeant">The one among others that the question is about.</param>
internal sealed record ShownLine(IHtmlContent Code, bool IsMeant);
