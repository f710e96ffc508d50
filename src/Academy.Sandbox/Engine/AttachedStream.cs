using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Academy.Sandbox.Engine;

/// <summary>
/// A container's standard streams over one socket. The engine takes what we write as it is; what it sends comes in pieces,
/// each after 8 bytes that tell its stream (1 output, 2 error) and its length.
/// </summary>
internal sealed class AttachedStream : IAsyncDisposable
{
    private const int ErrorsKept = 4096;

    private readonly NetworkStream _socket;
    private readonly BufferedStream _incoming;
    private readonly StringBuilder _errors = new();
    private int _left;

    private AttachedStream(Socket socket)
    {
        _socket = new NetworkStream(socket, ownsSocket: true);
        _incoming = new BufferedStream(_socket, 64 << 10);
    }

    /// <summary>What the container's first process wrote on its standard error so far.</summary>
    public string Errors => _errors.ToString();

    public static async Task<AttachedStream> OpenAsync(Socket socket, string path, CancellationToken ct)
    {
        var stream = new AttachedStream(socket);
        try
        {
            var request = $"POST {path} HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request), ct);
            await stream.ReadAnswerAsync(ct);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) => _socket.WriteAsync(bytes, ct);

    /// <summary>The next bytes of the standard output.</summary>
    /// <exception cref="EndOfStreamException">The container has ended, or the engine.</exception>
    public async ValueTask ReadExactlyAsync(Memory<byte> buffer, CancellationToken ct)
    {
        while (!buffer.IsEmpty)
        {
            while (_left == 0) await ReadHeaderAsync(ct);
            var taken = Math.Min(_left, buffer.Length);
            await _incoming.ReadExactlyAsync(buffer[..taken], ct);
            _left -= taken;
            buffer = buffer[taken..];
        }
    }

    // Tells the engine to close the container's standard input, upon which the supervisor leaves. The buffer is not disposed
    // of: it would wait for a reading that is under way.
    public ValueTask DisposeAsync() => _socket.DisposeAsync();

    private async ValueTask ReadHeaderAsync(CancellationToken ct)
    {
        var header = new byte[8];
        await _incoming.ReadExactlyAsync(header, ct);
        _left = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4));
        if (_left < 0) throw new InvalidDataException("The engine sent a piece of an impossible size.");
        if (header[0] != 2) return;

        var text = new byte[_left];
        await _incoming.ReadExactlyAsync(text, ct);
        _left = 0;
        if (_errors.Length < ErrorsKept) _errors.Append(Encoding.UTF8.GetString(text));
    }

    private async Task ReadAnswerAsync(CancellationToken ct)
    {
        var head = new StringBuilder();
        var letter = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await _incoming.ReadExactlyAsync(letter, ct);
            head.Append((char)letter[0]);
            if (head.Length > 16 << 10) throw new InvalidDataException("The engine's answer has no end.");
        }

        var status = (HttpStatusCode)int.Parse(head.ToString().Split(' ')[1], CultureInfo.InvariantCulture);
        if (status is HttpStatusCode.SwitchingProtocols or HttpStatusCode.OK) return;

        throw EngineProblems.Refused(status, $"attach: {head.ToString().Split("\r\n")[0]}");
    }
}
