namespace Academy.Sandbox;

/// <summary>A program brought down the whole sandbox, or outlived it.</summary>
internal sealed class SandboxEndedException(SandboxEnding ending) : Exception($"The sandbox has ended: {ending}.")
{
    public SandboxEnding Ending { get; } = ending;
}
