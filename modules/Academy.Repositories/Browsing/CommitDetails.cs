using System.Globalization;
using System.Text;

namespace Academy.Repositories.Browsing;

/// <summary>A commit as people read it.</summary>
/// <param name="Id">Full object id.</param>
/// <param name="Author">The name that the author gave.</param>
/// <param name="At">When it was committed.</param>
/// <param name="Message">All of it.</param>
internal sealed record CommitDetails(string Id, string Author, DateTimeOffset At, string Message)
{
    public string ShortId => Id[..8];

    /// <summary>First line.</summary>
    public string Subject => Message.Split('\n', 2)[0];

    /// <summary>What follows the first line.</summary>
    public string Body => Message.Split('\n', 2) is [_, var body] ? body.Trim('\n') : "";

    /// <summary>Reads a commit object: lines of "key value", an empty line, the message.</summary>
    public static CommitDetails Parse(string id, byte[] content)
    {
        var parts = Encoding.UTF8.GetString(content).Split("\n\n", 2);
        var lines = parts[0].Split('\n').Select(line => line.Split(' ', 2)).Where(line => line.Length == 2).ToLookup(line => line[0], line => line[1]);
        return new CommitDetails(
            id, NameIn(lines["author"].FirstOrDefault() ?? ""), TimeIn(lines["committer"].FirstOrDefault() ?? ""), parts is [_, var message] ? message : "");
    }

    public static DateTimeOffset Time(string seconds) =>
        long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(number)
            : DateTimeOffset.UnixEpoch;

    // "Sacha Morel <sacha@example.org> 1795428000 +0100"
    private static string NameIn(string signature) => signature.Split(" <", 2)[0];

    private static DateTimeOffset TimeIn(string signature) => signature.Split(' ') is [.., var seconds, _] ? Time(seconds) : DateTimeOffset.UnixEpoch;
}
