using System.Text;
using Academy.Contracts.Repositories;
using Academy.Kernel.Texts;

namespace Academy.Evaluations.Evaluating;

/// <summary>A file of a work as lines that can be shown: nothing in them changes how the rest of the page reads.</summary>
internal static class SourceText
{
    public const int MaxBytes = 256 * 1024;

    public static IReadOnlyList<string> LinesOf(FileContent file) =>
        VisibleText.Lines(Encoding.UTF8.GetString(file.Bytes)).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>What the highlighter calls the language: the ending, or the name of a file without one.</summary>
    public static string LanguageOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var ending = System.IO.Path.GetExtension(name).TrimStart('.');
        return (ending == "" ? name : ending).ToLowerInvariant();
    }
}
