using System.Text;
using Academy.Contracts.Repositories;
using Academy.Kernel.Texts;
using Academy.Kernel.Typesetting;
using Microsoft.AspNetCore.Html;

namespace Academy.Evaluations.Helping;

/// <summary>The lines around the one that a question is about.</summary>
internal sealed class HelpCode(IRepositories repositories, Typesetter typesetter)
{
    private const int MaxBytes = 256 * 1024;
    private const int Around = 12;
    private const int MostOfAFile = 200;

    /// <summary>Null when there is nothing to show: no file, no text, or a line that the file does not have.</summary>
    public async Task<CodeExcerpt?> ReadAsync(Guid attemptId, HelpPlace place, CancellationToken ct)
    {
        if (place is not { Commit: { } commit, Path: { } path }) return null;
        if (await repositories.ReadFileAsync(attemptId, commit, path, MaxBytes, ct) is not { IsBinary: false } file) return null;

        var text = VisibleText.Lines(Encoding.UTF8.GetString(file.Bytes)).ReplaceLineEndings("\n").TrimEnd('\n');
        var lines = await typesetter.HighlightLinesAsync(text, LanguageOf(path), ct);
        if (place.Line > lines.Count) return null;

        var first = place.Line is { } line ? Math.Max(line - Around, 1) : 1;
        var last = Math.Min(place.Line is { } middle ? middle + Around : MostOfAFile, lines.Count);
        return new CodeExcerpt(
            path, place.Line, [.. Enumerable.Range(first, last - first + 1).Select(number => (number, lines[number - 1]))], last < lines.Count || first > 1);
    }

    /// <summary>What the highlighter calls the language: the ending, or the name of a file without one.</summary>
    private static string LanguageOf(string path)
    {
        var ending = Path.GetExtension(path).TrimStart('.');
        return (ending == "" ? path[(path.LastIndexOf('/') + 1)..] : ending).ToLowerInvariant();
    }
}

/// <param name="Path">Of the file.</param>
/// <param name="Asked">The line that the question is about; null: the whole file.</param>
/// <param name="Lines">With their numbers, highlighted.</param>
/// <param name="IsPart">The file has more lines.</param>
internal sealed record CodeExcerpt(string Path, int? Asked, IReadOnlyList<(int Number, IHtmlContent Code)> Lines, bool IsPart);
