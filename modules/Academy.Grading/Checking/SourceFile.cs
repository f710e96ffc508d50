using System.Text.RegularExpressions;

namespace Academy.Grading.Checking;

/// <summary>A learner's file, seen as a language sees it: without comments, and with or without what stands between quotes.</summary>
internal sealed partial class SourceFile
{
    private readonly Language _language;
    private readonly string _text;

    /// <summary>As long as the text, character by character, with spaces for comments; in the second also for texts in quotes.</summary>
    private readonly string _withoutComments;
    private readonly string _codeOnly;

    private SourceFile(string path, string text, Language language)
    {
        (Path, _text, _language) = (path, text, language);
        (_withoutComments, _codeOnly) = SourceText.Blank(text, language);
    }

    public string Path { get; }

    /// <summary>Null for a file of no language that is known here.</summary>
    public static SourceFile? Of(string path, string text) => Language.Of(path, text) is { } language ? new SourceFile(path, text, language) : null;

    /// <summary>The line of the first call of this name, from 1; null when there is none.</summary>
    public int? LineOfCall(string name)
    {
        // Most files do not even have the word.
        if (!_codeOnly.Contains(name.Split('.', ':', '>')[^1], _language.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)) return null;

        var pattern = _language.CallPattern(name);
        foreach (Match match in pattern.Matches(_codeOnly))
        {
            var at = match.Groups["name"].Index;
            // "def sort(" gives a name to a function of one's own.
            if (!DefinitionPattern().IsMatch(_codeOnly.AsSpan(Math.Max(0, at - 40), Math.Min(40, at)))) return LineAt(at);
        }

        return null;
    }

    /// <summary>The line on which this module, or a part of it, is first imported, from 1; null when it is not.</summary>
    public int? LineOfModule(string module)
    {
        if (!_text.Contains(WithoutScheme(module), StringComparison.Ordinal)) return null;

        foreach (var pattern in _language.ImportPatterns)
        {
            foreach (Match match in pattern.Matches(_withoutComments))
            {
                // The word import within quotes imports nothing.
                if (_codeOnly[match.Groups["keyword"].Index] == ' ') continue;
                foreach (Capture capture in match.Groups["module"].Captures)
                {
                    if (IsSameModule(capture.Value.Trim(), module)) return LineAt(capture.Index);
                }
            }
        }

        return null;
    }

    private static bool IsSameModule(string used, string forbidden)
    {
        (used, forbidden) = (WithoutScheme(used), WithoutScheme(forbidden));
        return used == forbidden
            || (used.Length > forbidden.Length && used.StartsWith(forbidden, StringComparison.Ordinal) && used[forbidden.Length] is '.' or '/' or '\\' or ':');
    }

    // Node knows "fs" as "node:fs", too.
    private static string WithoutScheme(string module) => module.StartsWith("node:", StringComparison.Ordinal) ? module[5..] : module;

    private int LineAt(int index) => _text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"\b(def|function|func|fn)[ \t]+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DefinitionPattern();
}
