using Academy.Contracts.Curriculum;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Academy.Curriculum.Subjects;

/// <summary>Images and files of a subject. The address names the release, so a browser may keep them for ever.</summary>
internal static class SubjectFileEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/projects/{slug}/files/{release}/{**path}", SendAsync)
        .RequireAuthorization(Permissions.Read)
        .ExcludeFromDescription();

    private static async Task<IResult> SendAsync(
        string slug, string release, string path, ICurriculum curriculum, HttpResponse response, CancellationToken ct)
    {
        if (SubjectFiles.TypeOf(path) is not { } type) return Results.NotFound();
        if (await FindAsync(slug, release, path, curriculum, ct) is not { } file) return Results.NotFound();

        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        // An SVG opened by itself is a document of ours: it may show itself and do nothing.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
        var isImage = type.StartsWith("image/", StringComparison.Ordinal);
        return Results.File(file, type, fileDownloadName: isImage ? null : Path.GetFileName(path));
    }

    private static async Task<string?> FindAsync(string slug, string releaseId, string path, ICurriculum curriculum, CancellationToken ct)
    {
        try
        {
            var release = await curriculum.GetAsync(releaseId, ct);
            var file = release.Projects.TryGetValue(slug, out var project) ? Path.Combine(project.Folder, path) : null;
            return File.Exists(file) ? file : null;
        }
        catch (KeyNotFoundException)
        {
            return null;
        }
    }
}
