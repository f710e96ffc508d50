using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Academy.Repositories.Serving;

/// <summary>What the requests of git's smart HTTP protocol (gitprotocol-http) have in common.</summary>
internal static class GitRequest
{
    /// <summary>The body, unpacked when the client compressed it; null when it did so in a way that git does not know.</summary>
    public static Stream? OpenBody(HttpRequest request, long maxBytes) => request.Headers.ContentEncoding.ToString() switch
    {
        "" or "identity" => new BoundedStream(request.Body, maxBytes),
        "gzip" or "x-gzip" => new BoundedStream(new GZipStream(request.Body, CompressionMode.Decompress), maxBytes),
        _ => null,
    };

    /// <summary>The environment that carries the protocol's version; nothing else of the header reaches git.</summary>
    public static IReadOnlyDictionary<string, string> Protocol(HttpRequest request) => Version(request) switch
    {
        "" => new Dictionary<string, string>(),
        var version => new Dictionary<string, string> { ["GIT_PROTOCOL"] = version },
    };

    public static bool IsVersion2(HttpRequest request) => Version(request) == "version=2";

    private static string Version(HttpRequest request) =>
        request.Headers["Git-Protocol"].ToString().Split(':').FirstOrDefault(part => part is "version=1" or "version=2") ?? "";
}
