using Academy.Contracts.Progress;
using Academy.Enrolment.Attempts;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Academy.Enrolment.Reactions;

/// <summary>The attempt is under way again.</summary>
internal sealed class WhenValidationLost(AcademyDb db) : IReaction<ValidationLost>
{
    public async Task RunAsync(ValidationLost happened, CancellationToken ct)
    {
        var attempt = await db.Set<Attempt>().SingleAsync(a => a.Id == happened.AttemptId, ct);
        // Validated anew since: this one was told late.
        if (attempt.ValidatedAt > happened.At) return;

        attempt.Invalidate();
        await db.SaveChangesAsync(ct);
    }
}
