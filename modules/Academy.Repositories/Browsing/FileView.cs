using System.Text;
using Academy.Kernel.Texts;
using Academy.Kernel.Typesetting;
using Academy.Repositories.Git;
using Microsoft.AspNetCore.Html;

namespace Academy.Repositories.Browsing;

internal enum FileLook
{
    Text,
    Image,
    Binary,
    TooLarge,
    Link,
    Submodule,
}

/// <summary>A file as a page shows it.</summary>
/// <param name="Entry">Which one.</param>
/// <param name="Look">What can be shown of it.</param>
/// <param name="Code">Text: what stands in the &lt;code&gt;. Link: where it leads, as text.</param>
/// <param name="Lines">Lines of the code.</param>
/// <param name="IsCut">The text has more lines.</param>
/// <param name="Image">A data: address for an &lt;img&gt;, where nothing in it can run; null when it is no image.</param>
internal sealed record FileView(TreeEntry Entry, FileLook Look, IHtmlContent? Code, int Lines, bool IsCut, string? Image)
{
    private const int MaxBytes = 512 * 1024;
    private const int MaxLines = 3000;
    private const int MaxImageBytes = 256 * 1024;

    public static async Task<FileView> OpenAsync(RepositoryReader reader, TreeEntry entry, Typesetter typesetter, CancellationToken ct)
    {
        if (entry.Kind == TreeEntryKind.Submodule) return new FileView(entry, FileLook.Submodule, null, 0, false, null);
        if (await reader.ReadFileAsync(entry, MaxBytes, ct) is not { } bytes) return new FileView(entry, FileLook.TooLarge, null, 0, false, null);

        if (entry.Kind == TreeEntryKind.Link)
            return new FileView(entry, FileLook.Link, new HtmlContentBuilder().Append(VisibleText.Line(Encoding.UTF8.GetString(bytes))), 1, false, null);

        var image = bytes.Length <= MaxImageBytes && ImageType.Of(entry.Name, bytes) is { } type ? $"data:{type};base64,{Convert.ToBase64String(bytes)}" : null;
        if (bytes.AsSpan().Contains((byte)0)) return new FileView(entry, image is null ? FileLook.Binary : FileLook.Image, null, 0, false, image);

        var lines = VisibleText.Lines(Encoding.UTF8.GetString(bytes)).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var shown = lines.Take(MaxLines).ToList();
        var code = await typesetter.HighlightAsync(string.Join('\n', shown), Language(entry.Name), ct);
        return new FileView(entry, FileLook.Text, code, shown.Count, lines.Length > MaxLines, image);
    }

    // "Makefile" and "Dockerfile" name their language themselves.
    private static string Language(string name)
    {
        var extension = Path.GetExtension(name).TrimStart('.');
        return (extension == "" ? name : extension).ToLowerInvariant();
    }
}
