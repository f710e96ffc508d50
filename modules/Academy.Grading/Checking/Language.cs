using System.Text.RegularExpressions;

namespace Academy.Grading.Checking;

/// <summary>What has to be known of a family of languages to tell code from comments and quotes, and to see imports and calls.</summary>
internal sealed partial class Language
{
    private const string Quoted = @"[ \t]*\(?[ \t]*[""'`](?<module>[^""'`\n]*)[""'`]";

    private static readonly Language CFamily = new() { LineComments = ["//"], HasBlockComments = true, ImportPatterns = [IncludePattern(), ImportPattern(), JsPattern()], HasTemplates = true };
    private static readonly Language Php = new() { LineComments = ["//", "#"], HasBlockComments = true, ImportPatterns = [JsPattern(), ImportPattern()] };
    private static readonly Language Python = new() { LineComments = ["#"], HasTripleQuotes = true, ImportPatterns = [PythonImportPattern(), PythonFromPattern(), PythonCallPattern()] };
    private static readonly Language Ruby = new() { LineComments = ["#"], ImportPatterns = [JsPattern()] };
    private static readonly Language Shell = new() { LineComments = ["#"], IsShell = true, ImportPatterns = [SourcePattern()] };
    private static readonly Language Sql = new() { LineComments = ["--"], HasBlockComments = true, IgnoresCase = true };

    public IReadOnlyList<string> LineComments { get; private init; } = [];

    public bool HasBlockComments { get; private init; }

    public bool HasTripleQuotes { get; private init; }

    /// <summary>Whether ` quotes.</summary>
    public bool HasTemplates { get; private init; }

    public bool IsShell { get; private init; }

    public bool IgnoresCase { get; private init; }

    /// <summary>Each with the groups keyword and module; the second may match more than once.</summary>
    public IReadOnlyList<Regex> ImportPatterns { get; private init; } = [];

    /// <summary>By the file's ending, or by the first line of a script without one; null when nothing is known of it here.</summary>
    public static Language? Of(string path, string text)
    {
        var extension = Path.GetExtension(path);
        return OfWord(extension != "" ? extension[1..].ToLowerInvariant() : ShebangPattern().Match(text).Groups["name"].Value);
    }

    private static Language? OfWord(string word) => word switch
    {
        "c" or "h" or "cc" or "cpp" or "hpp" or "cs" or "java" or "go" or "rs" or "kt" or "swift" => CFamily,
        "js" or "mjs" or "cjs" or "jsx" or "ts" or "tsx" or "node" => CFamily,
        "php" => Php,
        "py" or "python" => Python,
        "rb" or "ruby" => Ruby,
        "sh" or "bash" or "dash" or "bats" => Shell,
        "sql" => Sql,
        _ => null,
    };

    /// <summary>Finds calls of a name in code, in the group name.</summary>
    public Regex CallPattern(string name)
    {
        var spaced = Regex.Escape(name).Replace(@"\.", @"\s*\.\s*", StringComparison.Ordinal);
        // A shell calls the first word of a command; the others call what has a bracket behind it.
        var pattern = IsShell
            ? $@"(^|[;&|({{!`]|\b(then|do|else|elif|if|while|until|exec|command|builtin|sudo|env|xargs|time)[ \t])[ \t]*(?<name>{Regex.Escape(name)})([\s;&|)`]|\z)"
            : $@"(^|[^\w$])(?<name>{spaced})\s*\(";
        return new Regex(pattern, RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking
            | (IgnoresCase ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.None));
    }

    [GeneratedRegex(@"^#![^\n]*?[/ ](?<name>python|node|php|ruby|bash|sh|dash)[0-9.]*[ \t]*(\r?\n|\z)", RegexOptions.ExplicitCapture)]
    private static partial Regex ShebangPattern();

    [GeneratedRegex(@"^[ \t]*(?<keyword>#)[ \t]*include[ \t]*[<""](?<module>[^>""\n]*)[>""]", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex IncludePattern();

    [GeneratedRegex(@"^[ \t]*(?<keyword>import|using|use)[ \t]+(static[ \t]+)?(?<module>[\w.:\\]+)[ \t]*[;\r\n{]", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ImportPattern();

    [GeneratedRegex(@"\b(?<keyword>from|import|require|require_once|require_relative|include|include_once)" + Quoted, RegexOptions.NonBacktracking)]
    private static partial Regex JsPattern();

    [GeneratedRegex(@"(^|[;:])[ \t]*(?<keyword>import)[ \t]+(?<module>[\w.]+)([ \t]+as[ \t]+\w+)?([ \t]*,[ \t]*(?<module>[\w.]+)([ \t]+as[ \t]+\w+)?)*", RegexOptions.Multiline)]
    private static partial Regex PythonImportPattern();

    [GeneratedRegex(@"(^|[;:])[ \t]*(?<keyword>from)[ \t]+(?<module>[\w.]+)[ \t]+import\b", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex PythonFromPattern();

    [GeneratedRegex(@"\b(?<keyword>__import__|import_module)" + Quoted, RegexOptions.NonBacktracking)]
    private static partial Regex PythonCallPattern();

    [GeneratedRegex(@"(^|[;&|])[ \t]*(?<keyword>source|\.)[ \t]+[""']?(?<module>[^\s""';&|]+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex SourcePattern();
}
