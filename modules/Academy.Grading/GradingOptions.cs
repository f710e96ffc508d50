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

    /// <summary>What a submission may weigh, in MiB, unpacked.</summary>
    [Range(1, 1024)]
    public int MaxSubmissionMb { get; set; } = 20;

    public string WorkerName => Worker != "" ? Worker : Environment.MachineName;

    public int Workers => Parallelism > 0 ? Parallelism : Environment.ProcessorCount;
}
