using Academy.Kernel.Data;
using Academy.Sandbox;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Academy.Grading.Tests.Running;

/// <summary>Several sites on one Docker engine.</summary>
public sealed class NeighbourTests
{
    [Fact]
    public async Task A_site_with_another_clock_leaves_its_neighbours_sandboxes_alone()
    {
        await using var neighbour = new SandboxHost(
            new SandboxHostOptions { Instance = $"neighbour-{Guid.CreateVersion7():N}" }, TimeProvider.System, NullLogger<SandboxHost>.Instance);
        await using var sandbox = await neighbour.StartAsync(new SandboxSpec("academy/shell"), CancellationToken.None);
        await using var academy = await TestAcademy.CreateAsync(DatabaseProvider.Sqlite);
        academy.Clock.Advance(TimeSpan.FromDays(30));

        await academy.Services.GetRequiredService<SandboxHost>().SweepAsync(CancellationToken.None);

        (await sandbox.RunAsync(new SandboxCommand("true"), CancellationToken.None)).Succeeded.ShouldBeTrue();
    }
}
