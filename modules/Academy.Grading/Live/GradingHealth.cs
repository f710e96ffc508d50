using Academy.Sandbox;

namespace Academy.Grading.Live;

/// <summary>Whether the engine of this process answers. The worker looks; others read it of all workers in the database.</summary>
internal sealed class GradingHealth
{
    /// <summary>What the worker found when it last looked; its reason is for operators.</summary>
    public SandboxHealth Sandbox { get; set; } = SandboxHealth.Good;
}
