using System.Text;

namespace Academy.Repositories.Serving;

/// <summary>The first part of a push: which refs are to move (gitprotocol-pack, "Reference Update Request").</summary>
/// <param name="Raw">As it was sent, with the flush at its end.</param>
/// <param name="Updates">Empty when the client only asks whether it may push.</param>
/// <param name="HasSideBand">The client shows lines that the server sends beside the result.</param>
internal sealed record PushCommands(ReadOnlyMemory<byte> Raw, IReadOnlyList<RefUpdate> Updates, bool HasSideBand)
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>The command of the site's own push.</summary>
    public static PushCommands Move(string name, string from, string to) => new(
        (byte[])[.. PktLine.Text($"{from} {to} {name}\0report-status side-band-64k"), .. PktLine.Flush.Span],
        [new RefUpdate(from, to, name)],
        HasSideBand: true);

    /// <exception cref="InvalidDataException">That is no push, or it moves thousands of refs.</exception>
    public static async Task<PushCommands> ReadAsync(Stream body, CancellationToken ct)
    {
        using var raw = new MemoryStream();
        var buffer = new byte[PktLine.MaxLength];
        var updates = new List<RefUpdate>();
        var capabilities = "";
        while (await PktLine.ReadAsync(body, buffer, ct) is { Length: > 0 } packet)
        {
            raw.Write(packet.Span);
            if (packet.Length == PktLine.HeaderLength) return new PushCommands(raw.ToArray(), updates, capabilities.Split(' ').Contains("side-band-64k"));
            if (raw.Length > MaxBytes) throw new InvalidDataException("One push moves too many branches.");

            var line = Encoding.UTF8.GetString(packet.Span[PktLine.HeaderLength..]).TrimEnd('\n').Split('\0', 2);
            if (line is [_, var offered]) capabilities = offered;
            if (line[0].Split(' ', 3) is [var from, var to, var name]) updates.Add(new RefUpdate(from, to, name));
        }

        throw new InvalidDataException("The push ends in the middle.");
    }
}

/// <param name="From">Object id that the client believes to be there.</param>
/// <param name="To">New object id; only zeros to delete.</param>
/// <param name="Name">Full name, "refs/heads/main".</param>
internal sealed record RefUpdate(string From, string To, string Name)
{
    public bool IsDeletion => To.All(c => c == '0');
}
