using System.ComponentModel.DataAnnotations;

namespace Academy.Grading;

/// <summary>Section "Grading".</summary>
internal sealed class GradingOptions
{
    /// <summary>Gradings at one time; 0 is one for each processor.</summary>
    [Range(0, 64)]
    public int Parallelism { get; set; }

    /// <summary>
    /// Name of this worker, stable over restarts: after a crash it takes up again what it was grading. Unique among the
    /// processes on one database; empty is the machine's name.
    /// </summary>
    public string Worker { get; set; } = "";

    /// <summary>Whether this process grades. A site leaves it to processes of Academy.Worker with false.</summary>
    public bool InProcess { get; set; } = true;

    /// <summary>Seconds after which a worker that says nothing counts as dead, and its gradings go to others.</summary>
    [Range(1, 600)]
    public int SilenceSeconds { get; set; } = 30;

    /// <summary>What a submission may weigh, in MiB, unpacked.</summary>
    [Range(1, 1024)]
    public int MaxSubmissionMb { get; set; } = 20;

    /// <summary>
    /// What the sandboxes that stand by may be allowed to use together, in MiB; 0: none stands by. Not set: a quarter of the
    /// machine's memory.
    /// </summary>
    [Range(0, 1 << 20)]
    public int? WarmMemoryMb { get; set; }

    /// <summary>The Docker runtime that sandboxes use, such as "runsc" (gVisor); empty: Docker's own choice.</summary>
    public string Runtime { get; set; } = "";

    public long WarmMemory => WarmMemoryMb is { } mb ? (long)mb << 20 : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4;

    public TimeSpan Silence => TimeSpan.FromSeconds(SilenceSeconds);

    public TimeSpan Heartbeat => Silence / 6;

    public string WorkerName => Worker != "" ? Worker : Environment.MachineName;

    public int Workers => Parallelism > 0 ? Parallelism : Environment.ProcessorCount;
}
