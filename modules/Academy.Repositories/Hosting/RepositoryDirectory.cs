using Academy.Contracts.Repositories;
using Academy.Kernel.Data;
using Academy.Kernel.Web;
using Academy.Repositories.Archiving;
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

    public async Task<byte[]> ArchiveAsync(Guid attemptId, string commit, long maxBytes, CancellationToken ct) =>
        await TarArchive.WriteAsync(await WorkTree.OpenAsync(store.Of(attemptId), commit, ct), maxBytes, ct);
}
