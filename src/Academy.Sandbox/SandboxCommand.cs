namespace Academy.Sandbox;

/// <summary>A command to run: a program and its arguments. No shell reads them.</summary>
public sealed record SandboxCommand(params IReadOnlyList<string> Arguments)
{
    /// <summary>What it reads on its standard input.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>The absolute path of the directory it starts in.</summary>
    public string Directory { get; init; } = "/work";

    /// <summary>Beside PATH, HOME and LANG, which are always set; may replace them.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>By the clock on the wall; then all its processes are killed.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes that it may write on its standard output, and as many on its standard error.</summary>
    public int OutputLimit { get; init; } = 64 << 10;
}
