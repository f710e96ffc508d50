using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Academy.Kernel.Diagnostics;

/// <summary>Names of what is measured; modules add instruments of their own to <see cref="Meter"/>.</summary>
public static class AcademyDiagnostics
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Academy";

    /// <summary>Traces.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    /// <summary>Metrics.</summary>
    public static Meter Meter { get; } = new(Name);

    internal static Counter<long> Delivered { get; } =
        Meter.CreateCounter<long>("academy.outbox.delivered", "{message}", "Events delivered to a reaction");

    internal static Counter<long> Poisoned { get; } =
        Meter.CreateCounter<long>("academy.outbox.poisoned", "{message}", "Events that failed too often");
}
