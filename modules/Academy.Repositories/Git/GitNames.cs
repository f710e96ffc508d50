using System.Text;
using System.Text.RegularExpressions;

namespace Academy.Repositories.Git;

/// <summary>Which names are safe. Git's own check of what is pushed (fsck) holds the same; this is for reading what is there.</summary>
internal static partial class GitNames
{
    /// <summary>A full object id, SHA-1 or SHA-256.</summary>
    public static bool IsObjectId(string? text) => text is not null && ObjectId().IsMatch(text);

    /// <summary>git-check-ref-format(1), and nothing that starts like an option.</summary>
    public static bool IsBranch(string? text) =>
        text is { Length: > 0 and <= 200 }
        && !text.StartsWith('-') && !text.EndsWith('.') && text != "@"
        && !text.Contains("..", StringComparison.Ordinal) && !text.Contains("@{", StringComparison.Ordinal)
        && !text.Any(c => char.IsControl(c) || " ~^:?*[\\".Contains(c, StringComparison.Ordinal))
        && text.Split('/').All(part => part != "" && !part.StartsWith('.') && !part.EndsWith(".lock", StringComparison.Ordinal));

    /// <summary>Whether a path in a tree may be written to a disk: relative, inside, and nowhere near a <c>.git</c> of any file system.</summary>
    public static bool IsPath(string path) => path != "" && path.Split('/').All(IsPathPart);

    /// <summary>A name as git prints it in a patch: in quotes, with C's escapes, when it has characters that need them.</summary>
    public static string Unquote(string name)
    {
        if (name is not ['"', .., '"']) return name;

        return Escape().Replace(name[1..^1], match => match.Groups[1].Value switch
        {
            "n" => "\n",
            "t" => "\t",
            "r" => "\r",
            "a" => "\a",
            "b" => "\b",
            "v" => "\v",
            "f" => "\f",
            { Length: 3 } octal => ((char)Convert.ToInt32(octal, 8)).ToString(),
            var self => self,
        });
    }

    private static bool IsPathPart(string part) =>
        part is not ("" or "." or "..") && !part.Contains('\0', StringComparison.Ordinal) && !IsDotGit(part);

    private static bool IsDotGit(string part)
    {
        // Windows: trailing dots and spaces do not count, ":" begins a stream, "\" a folder, git~1 is the short name.
        var windows = part.Split(':', '\\').Select(p => p.TrimEnd('.', ' '));
        // macOS: some invisible characters do not count.
        var mac = string.Concat(part.Where(c => !Invisible.Contains(c, StringComparison.Ordinal))).Normalize(NormalizationForm.FormC);
        return windows.Append(mac).Any(name =>
            name.Equals(".git", StringComparison.OrdinalIgnoreCase) || name.Equals("git~1", StringComparison.OrdinalIgnoreCase));
    }

    private const string Invisible =
        "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u206a\u206b\u206c\u206d\u206e\u206f\ufeff";

    // With core.quotePath=false only control characters are written in octal, and those are one byte each.
    [GeneratedRegex(@"\\([0-7]{3}|.)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Escape();

    [GeneratedRegex("\\A(?:[0-9a-f]{40}|[0-9a-f]{64})\\z", RegexOptions.CultureInvariant)]
    private static partial Regex ObjectId();
}
