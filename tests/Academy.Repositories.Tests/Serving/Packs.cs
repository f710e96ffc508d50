using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Academy.Repositories.Tests.Serving;

/// <summary>Packs that no git would write (gitformat-pack).</summary>
internal static class Packs
{
    private const int Blob = 3;
    private const int OffsetDelta = 6;

    /// <summary>A blob of one byte, and a delta that says that it makes so many bytes of it.</summary>
    public static byte[] DeltaThatClaims(long size)
    {
        using var pack = new MemoryStream();
        pack.Write("PACK"u8);
        Write(pack, 2);
        Write(pack, 2);

        var blobAt = pack.Position;
        WriteHeader(pack, Blob, 1);
        WriteCompressed(pack, "a"u8.ToArray());

        byte[] delta = [.. Varint(1), .. Varint(size), 0x90, 1]; // copy one byte from the start
        var distance = pack.Position - blobAt;
        WriteHeader(pack, OffsetDelta, delta.Length);
        pack.WriteByte((byte)distance);
        WriteCompressed(pack, delta);

#pragma warning disable CA5350 // The format asks for it.
        pack.Write(SHA1.HashData(pack.ToArray()));
#pragma warning restore CA5350
        return pack.ToArray();
    }

    private static void Write(MemoryStream pack, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        pack.Write(bytes);
    }

    // Only for sizes that fit in the first byte.
    private static void WriteHeader(MemoryStream pack, int type, int size) => pack.WriteByte((byte)(type << 4 | size));

    private static void WriteCompressed(MemoryStream pack, byte[] content)
    {
        using var zlib = new ZLibStream(pack, CompressionLevel.Optimal, leaveOpen: true);
        zlib.Write(content);
    }

    private static IEnumerable<byte> Varint(long number)
    {
        for (; number >= 128; number >>= 7) yield return (byte)(number & 127 | 128);
        yield return (byte)number;
    }
}
