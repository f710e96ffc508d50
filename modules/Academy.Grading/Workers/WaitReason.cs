using Academy.Kernel.Data;
using Academy.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Academy.Grading.Workers;

/// <summary>Why nothing is graded at the moment.</summary>
internal enum WaitReason
{
    /// <summary>Grading works.</summary>
    None,

    NoWorker,

    /// <summary>An operator has stopped all workers for maintenance.</summary>
    Maintenance,

    EngineUnreachable,

    EngineForbidden,
}

/// <summary>Looks whether there is a worker that grades.</summary>
internal sealed class WaitReasons(AcademyDb db, IOptions<GradingOptions> options, TimeProvider clock)
{
    public async Task<WaitReason> FindAsync(CancellationToken ct)
    {
        var silentSince = clock.GetUtcNow() - options.Value.Silence;
        var alive = await db.Set<Worker>()
            .Where(w => w.StoppedAt == null && w.HeartbeatAt > silentSince)
            .Select(w => new { w.IsDraining, w.Problem })
            .ToListAsync(ct);
        if (alive.Count == 0) return WaitReason.NoWorker;

        var open = alive.Where(w => !w.IsDraining).Select(w => w.Problem).ToList();
        return open switch
        {
            [] => WaitReason.Maintenance,
            _ when open.Contains(SandboxProblem.None) => WaitReason.None,
            _ => Of(open[0]),
        };
    }

    public static WaitReason Of(SandboxProblem problem) => problem switch
    {
        SandboxProblem.None => WaitReason.None,
        SandboxProblem.EngineForbidden => WaitReason.EngineForbidden,
        _ => WaitReason.EngineUnreachable,
    };

    /// <summary>The reason in the reader's language; null when all is well.</summary>
    public static string? Say(WaitReason reason, IStringLocalizer texts) => reason switch
    {
        WaitReason.None => null,
        WaitReason.NoWorker => texts["None of the machines that grade is there at the moment."].Value,
        WaitReason.Maintenance => texts["Grading is paused for maintenance."].Value,
        WaitReason.EngineForbidden => texts["The site may not use the Docker engine of its machine."].Value,
        _ => texts["The Docker engine, which runs your code in safety, does not answer at the moment."].Value,
    };
}
