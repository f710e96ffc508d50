using Academy.Kernel.Data;
using Academy.Repositories.Git;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Academy.Repositories.Hosting;

/// <summary>
/// Packs what many small pushes have scattered, so that clones stay quick, and removes what a killed process has left behind.
/// Git waits two weeks before it drops a commit that no branch and no submission names.
/// </summary>
internal sealed class TidyRepositories(AcademyDb db, RepositoryStore store, TimeProvider clock, ILogger<TidyRepositories> log)
{
    // Longer than a day: a night that was missed is made up for.
    private static readonly TimeSpan Recently = TimeSpan.FromDays(3);
    private static readonly TimeSpan LongestPacking = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken ct)
    {
        store.RemoveDrafts(Abandoned);
        var since = clock.GetUtcNow() - Recently;
        foreach (var attempt in await db.Set<Repository>().Where(r => r.PushedAt > since).Select(r => r.AttemptId).ToListAsync(ct))
        {
            try
            {
                var repository = store.Of(attempt);
                repository.RemoveLeftovers(Abandoned);
                await repository.RunAsync(LongestPacking, ct, "gc", "--quiet");
            }
            catch (Exception e) when (e is GitException or IOException)
            {
                log.LogError(e, "The repository of attempt {AttemptId} could not be tidied", attempt);
            }
        }
    }
}
