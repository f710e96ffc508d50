using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Repositories.Elsewhere;

internal enum MirroringState
{
    Queued,
    Running,
    Done,
    Failed,
}

/// <summary>One hand-in from a repository elsewhere. The row is what survives: a killed process leaves it to the next.</summary>
internal sealed class Mirroring : IVersioned
{
    private const int MaxTries = 3;

    private Mirroring()
    {
    }

    public Mirroring(Guid attemptId, string url, Guid requestedBy, DateTimeOffset now) =>
        (Id, AttemptId, Url, RequestedBy, RequestedAt) = (Guid.CreateVersion7(now), attemptId, url, requestedBy, now);

    public Guid Id { get; private set; }

    public Guid AttemptId { get; private set; }

    public string Url { get; private set; } = "";

    public Guid RequestedBy { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    public MirroringState State { get; private set; }

    /// <summary>Running: after that time the process that does it is taken for dead.</summary>
    public DateTimeOffset? RunningUntil { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Done: what was handed in.</summary>
    public string? Commit { get; private set; }

    /// <summary>Failed: why, in the language of the person who asked.</summary>
    public string? Problem { get; private set; }

    public long Version { get; set; }

    public bool IsOver => State is MirroringState.Done or MirroringState.Failed;

    /// <summary>False when it was tried too often: something in it kills the process that does it.</summary>
    public bool TryStart(DateTimeOffset now, TimeSpan longest)
    {
        if (Tries == MaxTries) return false;

        (State, RunningUntil, Tries) = (MirroringState.Running, now + longest, Tries + 1);
        return true;
    }

    public void Finish(string commit, DateTimeOffset now) =>
        (State, Commit, FinishedAt, RunningUntil) = (MirroringState.Done, commit, now, null);

    public void Fail(string problem, DateTimeOffset now) =>
        (State, Problem, FinishedAt, RunningUntil) = (MirroringState.Failed, problem.Length <= 500 ? problem : problem[..500], now, null);

    public static void Map(EntityTypeBuilder<Mirroring> entity)
    {
        entity.Property(m => m.Id).ValueGeneratedNever();
        entity.Property(m => m.Url).HasMaxLength(ElsewhereAddress.MaxLength);
        entity.Property(m => m.Commit).HasMaxLength(64);
        entity.Property(m => m.Problem).HasMaxLength(500);
        entity.HasIndex(m => new { m.State, m.RequestedAt });
        entity.HasIndex(m => new { m.AttemptId, m.RequestedAt });
    }
}
