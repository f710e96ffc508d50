using Academy.Sandbox;
using Microsoft.Extensions.Localization;

namespace Academy.Grading.Live;

/// <summary>Whether this academy can grade at the moment. Written by the worker, read by pages.</summary>
internal sealed class GradingHealth
{
    /// <summary>What the worker found when it last looked; its reason is for operators.</summary>
    public SandboxHealth Sandbox { get; set; } = SandboxHealth.Good;

    /// <summary>Why gradings wait, in the reader's language; null when all is well.</summary>
    public static string? Say(SandboxProblem problem, IStringLocalizer texts) => problem switch
    {
        SandboxProblem.None => null,
        SandboxProblem.EngineForbidden => texts["The site may not use the Docker engine of its machine."].Value,
        _ => texts["The Docker engine, which runs your code in safety, does not answer at the moment."].Value,
    };
}
