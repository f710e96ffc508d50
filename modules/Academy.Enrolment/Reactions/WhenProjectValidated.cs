using Academy.Contracts.Progress;
using Academy.Enrolment.Attempts;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Academy.Enrolment.Reactions;

/// <summary>Marks the attempt as done, which opens the projects that wait for it.</summary>
internal sealed class WhenProjectValidated(AcademyDb db) : IReaction<ProjectValidated>
{
    public async Task RunAsync(ProjectValidated happened, CancellationToken ct)
    {
        var attempt = await db.Set<Attempt>().SingleAsync(a => a.Id == happened.AttemptId, ct);
        attempt.Validate(happened.At);
        await db.SaveChangesAsync(ct);
    }
}
