namespace Academy.Sandbox;

/// <summary>What a sandbox is made of. Two equal specifications are interchangeable.</summary>
/// <param name="Image">
/// One of ours, such as <c>academy/shell</c>, which brings the supervisor; or any other that the engine has, which is given it.
/// </param>
public sealed record SandboxSpec(string Image)
{
    /// <summary>Memory of all processes together, in bytes, beside what their files take.</summary>
    public long MemoryBytes { get; init; } = 128 << 20;

    /// <summary>Processes and threads at one time.</summary>
    public int Processes { get; init; } = 64;

    /// <summary>Room in each of <c>/work</c>, <c>/tmp</c> and <c>/report</c>, in bytes; also the largest size of a file.</summary>
    public long DiskBytes { get; init; } = 32 << 20;

    /// <summary>Files and directories in each of them.</summary>
    public int DiskFiles { get; init; } = 10_000;

    /// <summary>Processors' worth of time.</summary>
    public double Cpus { get; init; } = 1;

    /// <summary>From <see cref="SandboxHost.StartAsync"/> on; then the sandbox is ended, whatever it is doing.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What its container may use: its files are in memory, too.</summary>
    internal long TotalMemoryBytes => MemoryBytes + DiskBytes;

    /// <summary>What has to be settled before the sandbox starts; its lifetime begins only when it is handed out.</summary>
    internal SandboxSpec Kind => this with { Lifetime = default };
}
