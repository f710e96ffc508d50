using System.Text.Json;
using Academy.Kernel.Data;
using Academy.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Academy.Grading.Workers;

/// <summary>Where this worker signs in, says that it lives, and signs off.</summary>
internal sealed class WorkerRegister(AcademyDb db, IOptions<GradingOptions> options, TimeProvider clock)
{
    private readonly string _name = options.Value.WorkerName;

    public async Task SignInAsync(Guid process, CancellationToken ct)
    {
        var worker = await db.Set<Worker>().SingleOrDefaultAsync(w => w.Name == _name, ct);
        if (worker is null) db.Add(worker = new Worker(_name));
        worker.SignIn(process, options.Value.Workers, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }

    /// <returns>False when another process has taken the name: this one has to stop.</returns>
    public async Task<bool> BeatAsync(Guid process, int running, SandboxHealth health, IReadOnlyList<SandboxStatus> sandboxes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var counts = JsonSerializer.Serialize(sandboxes);
        return await db.Set<Worker>().Where(w => w.Name == _name && w.Process == process).ExecuteUpdateAsync(
            set => set
                .SetProperty(w => w.HeartbeatAt, now)
                .SetProperty(w => w.Running, running)
                .SetProperty(w => w.Sandboxes, counts)
                .SetProperty(w => w.Problem, health.Problem)
                .SetProperty(w => w.Reason, health.Reason),
            ct) == 1;
    }

    public async Task SignOffAsync(Guid process)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Set<Worker>().Where(w => w.Name == _name && w.Process == process).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.StoppedAt, now).SetProperty(w => w.Running, 0));
    }
}
