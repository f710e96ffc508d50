using System.Text.RegularExpressions;

namespace Academy.Grading.Regrading;

/// <summary>People as somebody types them, or pastes them from a spreadsheet or a letter: one a line, or divided by semicolons.</summary>
internal static partial class NameList
{
    public const int Most = 500;

    public static IReadOnlyList<string> Read(string? text) =>
    [
        .. (text ?? "").Split(['\n', '\r', ';'])
            // "Martin, Léa" is one person, "lea@example.org, noe@example.org" are two.
            .SelectMany(line => line.Count(c => c == '@') > 1 ? line.Split(',') : [line.Replace(',', ' ')])
            .Select(entry => Address().Match(entry) is { Success: true } address ? address.Groups[1].Value : entry)
            .Select(entry => string.Join(' ', entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(entry => entry != "")
            .Distinct(),
    ];

    /// <summary>Léa Martin &lt;lea@example.org&gt;</summary>
    [GeneratedRegex("<([^<>@]+@[^<>@]+)>")]
    private static partial Regex Address();
}
