using Academy.Contracts.Repositories;
using Academy.Kernel.Data;
using Academy.Repositories.Git;
using Academy.Repositories.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Repositories.Pushing;

/// <summary>Tells the other modules where the graded branch has come to: once for each new head, whoever asks and however often.</summary>
internal sealed class RecordPush(IServiceScopeFactory scopes, RepositoryStore store, TimeProvider clock)
{
    private const int MaxSubject = 200;

    /// <summary>Notes that git is about to move the branch.</summary>
    public async Task<PendingPush> BeginAsync(Guid attemptId, Guid pushedBy, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        var push = new PendingPush(attemptId, pushedBy, clock.GetUtcNow());
        db.Add(push);
        await db.SaveChangesAsync(ct);
        return push;
    }

    /// <summary>Reads the branch after git is done. The new head, or null when it is known already.</summary>
    public async Task<string?> RunAsync(PendingPush push, bool isOver, CancellationToken ct)
    {
        while (true)
        {
            // Everything is read anew at each try: another push may have moved the branch, and the last word is what counts.
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
            var row = await db.Set<Repository>().SingleAsync(r => r.AttemptId == push.AttemptId, ct);
            var main = await store.Of(push.AttemptId).FindMainAsync(ct);
            var isNew = main is not null && row.MoveTo(main.Id, clock.GetUtcNow());
            if (isNew) await AnnounceAsync(db, main!, push, ct);
            if (isOver && await db.Set<PendingPush>().SingleOrDefaultAsync(p => p.Id == push.Id, ct) is { } note) db.Remove(note);

            if (!(await db.SaveOrRefuseAsync(Refusals.JustMoved, ct)).IsRefused) return isNew ? main!.Id : null;
        }
    }

    private async Task AnnounceAsync(AcademyDb db, Commit main, PendingPush push, CancellationToken ct)
    {
        // A ref of its own keeps the commit when the branch is forced elsewhere.
        await store.Of(push.AttemptId).RunAsync(ct, "update-ref", $"refs/academy/submissions/{main.Id}", main.Id);

        var subject = main.Subject.Length <= MaxSubject ? main.Subject : main.Subject[..MaxSubject];
        var now = clock.GetUtcNow();
        db.Publish(new CommitPushed(push.AttemptId, main.Id, subject, push.PushedBy, now), now);
    }
}
