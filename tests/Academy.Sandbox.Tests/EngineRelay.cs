using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Academy.Sandbox.Tests;

/// <summary>Stands between a host and the real engine: notes what is asked, and cuts the connection on which the engine tells its events.</summary>
internal sealed partial class EngineRelay : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly ConcurrentDictionary<Socket, bool> _listening = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly Channel<string> _listenings = Channel.CreateUnbounded<string>();
    private readonly Task _relaying;

    public EngineRelay()
    {
        _listener.Bind(new UnixDomainSocketEndPoint(SocketPath));
        _listener.Listen();
        _relaying = RelayAsync();
    }

    public string SocketPath { get; } = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.sock");

    /// <summary>Method, path and parameters of each request so far.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>The engine never tells of any event.</summary>
    public bool IsDeaf { get; init; }

    /// <summary>The next time that the host asks to hear of events.</summary>
    public async Task<string> NextListeningAsync() => await _listenings.Reader.ReadAsync();

    /// <summary>As an engine that is restarted does.</summary>
    public void CutEvents()
    {
        foreach (var connection in _listening.Keys) connection.Dispose();
        _listening.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _relaying;
        File.Delete(SocketPath);
    }

    private async Task RelayAsync()
    {
        try
        {
            while (true) _ = ConnectAsync(await _listener.AcceptAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ConnectAsync(Socket host)
    {
        using var both = host;
        using var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await engine.ConnectAsync(new UnixDomainSocketEndPoint(Engine.Socket));
        await Task.WhenAny(CopyAsync(host, engine, Note), CopyAsync(engine, host, _ => true));

        bool Note(string sent)
        {
            foreach (var request in Requests().EnumerateMatches(sent)) _asked.Enqueue(sent.Substring(request.Index, request.Length));
            if (!sent.Contains("/events?", StringComparison.Ordinal)) return true;

            _listening[host] = true;
            _listenings.Writer.TryWrite(sent);
            return !IsDeaf;
        }
    }

    private static async Task CopyAsync(Socket from, Socket to, Func<string, bool> goesOn)
    {
        var piece = new byte[64 << 10];
        try
        {
            while (await from.ReceiveAsync(piece) is > 0 and var read && goesOn(Encoding.Latin1.GetString(piece, 0, read)))
                await to.SendAsync(piece.AsMemory(0, read));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One of the two has gone.
        }
    }

    [GeneratedRegex(@"(GET|POST|DELETE) /\S+(?= HTTP/1\.1\r\n)")]
    private static partial Regex Requests();
}
