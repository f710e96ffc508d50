using System.Globalization;
using System.Text;

namespace Academy.Repositories.Serving;

/// <summary>Git's framing (gitprotocol-common): four hexadecimal digits of length, themselves counted, then the payload.</summary>
internal static class PktLine
{
    public const int HeaderLength = 4;
    public const int MaxLength = 65520;

    public static ReadOnlyMemory<byte> Flush { get; } = "0000"u8.ToArray();

    /// <summary>Reads one packet, header included; one of four bytes is a mark such as <see cref="Flush"/>. Empty at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">That is no packet.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(Stream stream, byte[] buffer, CancellationToken ct)
    {
        var read = await stream.ReadAtLeastAsync(buffer.AsMemory(0, HeaderLength), HeaderLength, throwOnEndOfStream: false, ct);
        if (read == 0) return default;
        if (read < HeaderLength || !int.TryParse(buffer.AsSpan(0, HeaderLength), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length > MaxLength)
            throw new InvalidDataException("That is not git's protocol.");

        // 0000, 0001 and 0002 are marks without payload.
        if (length <= HeaderLength) return buffer.AsMemory(0, HeaderLength);

        await stream.ReadExactlyAsync(buffer.AsMemory(HeaderLength, length - HeaderLength), ct);
        return buffer.AsMemory(0, length);
    }

    /// <summary>A packet with this text.</summary>
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes($"{HeaderLength + Encoding.UTF8.GetByteCount(text):x4}{text}");

    /// <summary>A packet of the band whose lines git shows as "remote: …".</summary>
    public static byte[] Progress(string text) => Text($"\x02{text}");
}
