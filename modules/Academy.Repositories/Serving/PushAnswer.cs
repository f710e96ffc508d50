using System.Text;

namespace Academy.Repositories.Serving;

/// <summary>
/// Git's answer to a push on its way to the client. With a side band, the site adds lines of its own before the end; a client
/// without one gets git's answer as it is.
/// </summary>
internal sealed class PushAnswer(Stream client, bool hasSideBand)
{
    private const int ReportBand = 1;
    private const int MaxReport = 1024 * 1024;
    private const int MaxSaid = 4096;

    private readonly StringBuilder _report = new();
    private readonly StringBuilder _said = new();

    /// <summary>The beginning of what git and the rules said beside the report.</summary>
    public string Said => _said.ToString();

    /// <summary>Git stopped because the push had more bytes than allowed.</summary>
    public bool WasTooLarge { get; private set; }

    /// <summary>Git was stopped.</summary>
    public bool TookTooLong { get; set; }

    public async Task CopyAsync(Stream git, CancellationToken ct)
    {
        if (!hasSideBand)
        {
            await git.CopyToAsync(client, ct);
            return;
        }

        await using var packets = new BufferedStream(git, 16 * 1024);
        var buffer = new byte[PktLine.MaxLength];
        while (await PktLine.ReadAsync(packets, buffer, ct) is { Length: > 0 } packet)
        {
            // The flush is the end; it is held back until the site has said what it has to say.
            if (packet.Length == PktLine.HeaderLength) continue;

            Note(packet.Span[PktLine.HeaderLength], Encoding.UTF8.GetString(packet.Span[(PktLine.HeaderLength + 1)..]));
            await client.WriteAsync(packet, ct);
        }
    }

    /// <summary>Whether git moved (or removed) this ref.</summary>
    public bool Accepted(string refName) => _report.ToString().Contains($"ok {refName}\n", StringComparison.Ordinal);

    /// <summary>Adds lines, which git shows as "remote: …", and ends the answer.</summary>
    public async Task FinishAsync(IReadOnlyList<string> lines, CancellationToken ct)
    {
        if (!hasSideBand) return;

        foreach (var line in lines) await client.WriteAsync(PktLine.Progress(line + "\n"), ct);
        await client.WriteAsync(PktLine.Flush, ct);
    }

    // gitprotocol-pack, "Report Status": packets of "unpack ok", "ok <ref>", "ng <ref> <reason>".
    private void Note(byte band, string text)
    {
        if (band == ReportBand)
        {
            if (_report.Length < MaxReport) _report.Append(text);
            return;
        }

        WasTooLarge |= text.Contains("pack exceeds maximum allowed size", StringComparison.Ordinal);
        if (_said.Length < MaxSaid) _said.Append(text);
    }
}
