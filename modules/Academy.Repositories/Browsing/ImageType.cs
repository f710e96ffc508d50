namespace Academy.Repositories.Browsing;

/// <summary>Which images a page shows: known by their first bytes, whatever they are called.</summary>
internal static class ImageType
{
    public static string? Of(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..]) return "image/png";
        if (bytes is [0xff, 0xd8, 0xff, ..]) return "image/jpeg";
        if (bytes.StartsWith("GIF8"u8)) return "image/gif";
        if (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8)) return "image/webp";
        // In an <img>, an SVG neither runs scripts nor loads anything.
        return name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? "image/svg+xml" : null;
    }
}
