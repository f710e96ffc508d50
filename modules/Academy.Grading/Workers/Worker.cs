using Academy.Sandbox;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Grading.Workers;

/// <summary>A process that grades, as the others see it: it signs in, says every few seconds that it lives, and signs off.</summary>
internal sealed class Worker
{
    private Worker()
    {
    }

    public Worker(string name) => Name = name;

    /// <summary>Stable over restarts, unique on one database.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The process that has the name now.</summary>
    public Guid Process { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset HeartbeatAt { get; private set; }

    /// <summary>It ended in good order; null while it works, and after a crash.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Gradings at one time.</summary>
    public int Capacity { get; private set; }

    /// <summary>Gradings under way.</summary>
    public int Running { get; private set; }

    /// <summary>An operator's wish: finish what runs, begin nothing. It outlives the process.</summary>
    public bool IsDraining { get; private set; }

    /// <summary>What is wrong with its engine.</summary>
    public SandboxProblem Problem { get; private set; }

    /// <summary>For operators, in English; empty when all is well.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Its sandboxes by image, as JSON; empty before the first word.</summary>
    public string Sandboxes { get; private set; } = "";

    public void SignIn(Guid process, int capacity, DateTimeOffset now) =>
        (Process, Capacity, Running, StartedAt, HeartbeatAt, StoppedAt) = (process, capacity, 0, now, now, null);

    public void Drain(bool draining) => IsDraining = draining;

    /// <param name="silence">After this time without a word it counts as dead.</param>
    public bool IsAlive(DateTimeOffset now, TimeSpan silence) => StoppedAt is null && HeartbeatAt > now - silence;

    public static void Map(EntityTypeBuilder<Worker> entity)
    {
        entity.HasKey(w => w.Name);
        entity.Property(w => w.Name).HasMaxLength(100);
    }
}
