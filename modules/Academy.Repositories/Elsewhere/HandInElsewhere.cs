using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Repositories.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Repositories.Elsewhere;

/// <summary>Asks the site to fetch what is in the linked repository now. Asking again while it waits changes nothing.</summary>
internal sealed class HandInElsewhere(AcademyDb db, MirrorSignal signal, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid attemptId, Guid ownerId, CancellationToken ct)
    {
        var repository = await db.Set<Repository>().AsNoTracking().SingleOrDefaultAsync(r => r.AttemptId == attemptId && r.OwnerId == ownerId, ct);
        if (repository is null) return Refusals.UnknownRepository;
        if (repository.ElsewhereUrl is not { } url) return Refusals.NotLinked;

        if (!await db.Set<Mirroring>().AnyAsync(m => m.AttemptId == attemptId && m.State == MirroringState.Queued, ct))
        {
            db.Add(new Mirroring(attemptId, url, ownerId, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        }

        signal.Wake();
        return Outcome.Done;
    }
}
