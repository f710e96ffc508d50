using System.IO.Compression;
using System.Security.Claims;
using System.Text;
using Academy.Repositories.Browsing;
using Academy.Repositories.Git;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Academy.Repositories.Archiving;

/// <summary>A commit as a zip file, for people without git at hand.</summary>
internal static class ZipArchiveEndpoint
{
    private const int RegularFile = 0x8000;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/attempts/{attemptId:guid}/archive/{sha}.zip", RunAsync).RequireAuthorization(Permissions.Read).ExcludeFromDescription();

    private static async Task<IResult> RunAsync(Guid attemptId, string sha, ClaimsPrincipal user, OpenRepository open, CancellationToken ct)
    {
        if (await open.RunAsync(attemptId, user, ct) is not { } repository) return Results.NotFound();

        try
        {
            await using var tree = await WorkTree.OpenAsync(repository.Bare, sha, ct);
            return Results.Stream(await WriteAsync(tree, repository.Row.Name, ct), "application/zip", $"{repository.Row.Name}-{sha[..8]}.zip");
        }
        catch (KeyNotFoundException)
        {
            return Results.NotFound();
        }
    }

    /// <summary>Written to a file first, which goes when it is sent: zip streams still write synchronously, which the server forbids.</summary>
    private static async Task<Stream> WriteAsync(WorkTree tree, string folder, CancellationToken ct)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await using (var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct))
            {
                await foreach (var (entry, content) in tree.ReadAsync(ct))
                {
                    if (content is not null) await AddAsync(zip, folder, entry, content, ct);
                }
            }

            stream.Position = 0;
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private static async Task AddAsync(ZipArchive zip, string folder, TreeEntry entry, byte[] content, CancellationToken ct)
    {
        // A backslash is part of a name here, but a folder on Windows.
        var file = zip.CreateEntry($"{folder}/{entry.Path.Replace('\\', '_')}", CompressionLevel.Fastest);
        file.ExternalAttributes = (RegularFile | (entry.IsExecutable ? 0b111_101_101 : 0b110_100_100)) << 16;
        await using var target = await file.OpenAsync(ct);
        await target.WriteAsync(content, ct);
    }
}
