using Academy.Contracts.Repositories;
using Academy.Kernel.Data;
using Academy.Kernel.Web;
using Academy.Repositories.Archiving;
using Academy.Repositories.Browsing;
using Academy.Repositories.Git;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Repositories.Hosting;

/// <summary>What other modules may ask.</summary>
internal sealed class RepositoryDirectory(AcademyDb db, RepositoryStore store, SiteAddress site, IServiceScopeFactory scopes) : IRepositories
{
    public async Task EnsureAsync(Guid attemptId, Guid ownerId, string name, string templateFolder, CancellationToken ct)
    {
        // A scope of its own: what the caller has not saved yet stays the caller's.
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MakeRepository>().RunAsync(attemptId, ownerId, name, templateFolder, ct);
    }

    public async Task<string?> CloneUrlAsync(Guid attemptId, CancellationToken ct)
    {
        var repository = await db.Set<Repository>().AsNoTracking().SingleOrDefaultAsync(r => r.AttemptId == attemptId, ct);
        return repository is null ? null : site.Of(repository.Path);
    }

    public async Task<byte[]> ArchiveAsync(Guid attemptId, string commit, long maxBytes, CancellationToken ct)
    {
        await using var tree = await WorkTree.OpenAsync(store.Of(attemptId), commit, ct);
        return await TarArchive.WriteAsync(tree, maxBytes, ct);
    }

    public async Task<CommitFiles?> TreeAsync(Guid attemptId, string commit, CancellationToken ct) =>
        await FindAsync(attemptId, commit, ct) is { } reader ? await reader.FilesAsync(commit, ct) : null;

    public async Task<FileContent?> ReadFileAsync(Guid attemptId, string commit, string path, int maxBytes, CancellationToken ct)
    {
        if (await FindAsync(attemptId, commit, ct) is not { } reader) return null;

        return await reader.FindEntryAsync(commit, path, ct) is { Kind: TreeEntryKind.File } file
            ? new FileContent(await reader.ReadStartAsync(file, maxBytes, ct), file.Size)
            : null;
    }

    public async Task<IReadOnlyList<CommitSummary>?> CommitsAsync(Guid attemptId, string commit, int most, CancellationToken ct) =>
        await FindAsync(attemptId, commit, ct) is { } reader ? await reader.CommitsAsync(commit, most, ct) : null;

    public async Task<CommitChanges?> DiffAsync(Guid attemptId, string commit, CancellationToken ct) =>
        await FindAsync(attemptId, commit, ct) is { } reader ? (await reader.DiffAsync(commit, ct)).ToContract() : null;

    public async Task<CommitChanges?> DiffSinceStartAsync(Guid attemptId, string commit, CancellationToken ct) =>
        await FindAsync(attemptId, commit, ct) is { } reader ? (await reader.DiffSinceStartAsync(commit, ct)).ToContract() : null;

    /// <summary>Null when the repository has no such commit.</summary>
    private async Task<RepositoryReader?> FindAsync(Guid attemptId, string commit, CancellationToken ct)
    {
        var bare = store.Of(attemptId);
        if (!GitNames.IsObjectId(commit) || !Directory.Exists(bare.Folder)) return null;

        var reader = new RepositoryReader(bare);
        return await reader.FindCommitAsync(commit, ct) is null ? null : reader;
    }
}
