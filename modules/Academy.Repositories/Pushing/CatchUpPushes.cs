using Academy.Kernel.Data;
using Academy.Repositories.Git;
using Academy.Repositories.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Academy.Repositories.Pushing;

/// <summary>
/// Tells what a killed process could not: for each push that has begun, looks where the branch is now. Harmless for a push
/// that is still under way, and for one that was told.
/// </summary>
internal sealed class CatchUpPushes(AcademyDb db, RecordPush record, RepositoryStore store, TimeProvider clock, ILogger<CatchUpPushes> log)
{
    /// <summary>
    /// After that no push is under way any more. Until then the note stands: a git that outlived its killed site may still move
    /// the branch.
    /// </summary>
    public static readonly TimeSpan LongestPush = TimeSpan.FromHours(2);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var push in await db.Set<PendingPush>().AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct))
        {
            var isOver = push.StartedAt < now - LongestPush;
            try
            {
                if (isOver) store.Of(push.AttemptId).RemoveLeftovers(LongestPush);
                await record.RunAsync(push, isOver, ct);
            }
            catch (Exception e) when (e is GitException or IOException)
            {
                // One broken repository does not hold back the others.
                log.LogError(e, "The repository of attempt {AttemptId} cannot be read", push.AttemptId);
            }
        }
    }
}
