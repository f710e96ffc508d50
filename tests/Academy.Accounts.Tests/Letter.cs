using System.Text.RegularExpressions;

namespace Academy.Accounts.Tests;

/// <summary>The mails that lie in data/mail.</summary>
internal sealed partial record Letter(string To, string Subject, string Body)
{
    public static IReadOnlyList<Letter> In(string dataFolder)
    {
        var folder = new DirectoryInfo(Path.Combine(dataFolder, "mail"));
        return folder.Exists ? [.. folder.GetFiles("*.eml").OrderBy(f => f.CreationTimeUtc).Select(Read)] : [];
    }

    /// <summary>Path and query of the link in the mail.</summary>
    public string Link => new Uri(Address().Match(Body).Value).PathAndQuery;

    /// <summary>A part of the link's query.</summary>
    public string Query(string name) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Link[Link.IndexOf('?', StringComparison.Ordinal)..])[name]!;

    private static Letter Read(FileInfo file)
    {
        var parts = File.ReadAllText(file.FullName).ReplaceLineEndings("\n").Split("\n\n", 2);
        string Header(string name) => parts[0].Split('\n').Single(l => l.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..];
        return new Letter(Header("To"), Header("Subject"), parts[1]);
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}
