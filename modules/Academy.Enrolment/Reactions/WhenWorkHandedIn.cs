using Academy.Contracts.Evaluations;
using Academy.Enrolment.Attempts;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Academy.Enrolment.Reactions;

/// <summary>The work is frozen from now on.</summary>
internal sealed class WhenWorkHandedIn(AcademyDb db) : IReaction<WorkHandedIn>
{
    public async Task RunAsync(WorkHandedIn happened, CancellationToken ct)
    {
        var attempt = await db.Set<Attempt>().SingleAsync(a => a.Id == happened.AttemptId, ct);
        attempt.HandIn(happened.At);
        await db.SaveChangesAsync(ct);
    }
}
