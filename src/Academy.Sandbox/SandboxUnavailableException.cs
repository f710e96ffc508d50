namespace Academy.Sandbox;

/// <summary>The sandbox cannot do its work. This says nothing of the program in it: it is never a learner's verdict.</summary>
public sealed class SandboxUnavailableException(SandboxProblem problem, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public SandboxProblem Problem { get; } = problem;
}
