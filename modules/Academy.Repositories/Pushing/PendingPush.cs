using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Repositories.Pushing;

/// <summary>
/// A push of the graded branch that has begun. The row stands from before git moves the branch until the new head is told,
/// so that a process killed in between leaves a note of what it owes.
/// </summary>
internal sealed class PendingPush
{
    private PendingPush()
    {
    }

    public PendingPush(Guid attemptId, Guid pushedBy, DateTimeOffset now) =>
        (Id, AttemptId, PushedBy, StartedAt) = (Guid.CreateVersion7(now), attemptId, pushedBy, now);

    public Guid Id { get; private set; }

    public Guid AttemptId { get; private set; }

    public Guid PushedBy { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public static void Map(EntityTypeBuilder<PendingPush> entity) => entity.Property(p => p.Id).ValueGeneratedNever();
}
