namespace Academy.Sandbox;

/// <summary>Whether sandboxes can be started, and if not, why.</summary>
/// <param name="Reason">For an operator, in English: what is wrong and what to do. Empty when all is well.</param>
public sealed record SandboxHealth(SandboxProblem Problem, string Reason)
{
    public static readonly SandboxHealth Good = new(SandboxProblem.None, "");

    public bool IsGood => Problem == SandboxProblem.None;
}

public enum SandboxProblem
{
    None,

    /// <summary>There is no engine, or it does not answer.</summary>
    EngineUnreachable,

    /// <summary>The engine is there, and this process may not use it.</summary>
    EngineForbidden,

    /// <summary>The image has not been built or fetched.</summary>
    ImageMissing,

    /// <summary>The runtime that the settings ask for is not one of the engine's.</summary>
    RuntimeMissing,

    /// <summary>The engine refused or failed, or a sandbox ended for no reason that a program inside can give.</summary>
    EngineFailed,
}
