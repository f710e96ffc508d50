using Academy.Sandbox.Engine;
using Academy.Sandbox.Supervising;
using Microsoft.Extensions.Logging.Abstractions;
using static Academy.Sandbox.Tests.Programs;

namespace Academy.Sandbox.Tests;

/// <summary>How sandboxes begin and end, and that none is left over.</summary>
[Collection(nameof(Engine))]
public sealed class LifeTests(Engine engine)
{
    private static readonly SandboxSpec Spec = new("academy/shell");

    [Fact]
    public async Task A_disposed_sandbox_is_gone_from_the_engine()
    {
        var sandbox = await engine.StartAsync();
        await sandbox.RunAsync(Bash("sleep 1000 &"));
        (await ListAsync(sandbox)).ShouldBe([sandbox.Name]);

        await sandbox.DisposeAsync();
        await engine.Host.SettleAsync(default);

        (await ListAsync(sandbox)).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_ends_when_its_life_is_over_whatever_it_does()
    {
        await using var sandbox = await engine.StartAsync(with: spec => spec with { Lifetime = TimeSpan.FromSeconds(1) });

        var result = await sandbox.RunAsync(Bash("sleep 1000") with { Timeout = TimeSpan.FromMinutes(10) });

        result.Ending.ShouldBe(SandboxEnding.TimedOut);
        result.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        await sandbox.ResetAsync(default);
        (await sandbox.RunAsync(Bash("true"))).Ending.ShouldBe(SandboxEnding.TimedOut);
        (await sandbox.ReadAsync("/work/file")).State.ShouldBe(SandboxFileState.Missing);
    }

    [Fact]
    public async Task Cancelling_ends_the_command_at_once()
    {
        await using var sandbox = await engine.StartAsync();
        using var cancelled = new CancellationTokenSource();

        var running = sandbox.RunAsync(Bash("echo started; sleep 1000") with { Timeout = TimeSpan.FromMinutes(10) }, cancelled.Token);
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Two_sandboxes_work_side_by_side()
    {
        var sandboxes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => engine.StartAsync()));

        var results = await Task.WhenAll(sandboxes.Select((sandbox, i) => sandbox.RunAsync(Bash($"echo {i} > mine; sleep 0.1; cat mine; ls /work"))));

        results.Select(result => result.Out()).ShouldBe(["0\nmine\n", "1\nmine\n", "2\nmine\n", "3\nmine\n"]);
        foreach (var sandbox in sandboxes) await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_sandbox_that_used_up_all_its_memory_is_started_again_by_a_reset()
    {
        await using var sandbox = await engine.StartAsync(with: spec => spec with { MemoryBytes = 8 << 20, DiskBytes = 64 << 20 });

        // Files alone fill the memory: no process but the supervisor is left to take.
        var result = await sandbox.RunAsync(Bash("cat /dev/zero > /tmp/a & cat /dev/zero > /work/a & cat /dev/zero > /report/a & wait"));
        result.Ending.ShouldBe(SandboxEnding.OutOfMemory);

        await sandbox.ResetAsync(default);
        (await sandbox.RunAsync(Bash("ls /tmp /work; echo well"))).Out().ShouldContain("well");
    }

    [Fact]
    public async Task When_the_engine_takes_a_sandbox_away_that_is_nobody_s_verdict()
    {
        await using var sandbox = await engine.StartAsync();
        using var client = new EngineClient(Engine.Socket);
        var running = sandbox.RunAsync(Bash("sleep 1000") with { Timeout = TimeSpan.FromMinutes(10) });

        await client.RemoveAsync(sandbox.Name, default);

        (await Should.ThrowAsync<SandboxUnavailableException>(() => running)).Problem.ShouldBe(SandboxProblem.EngineFailed);
    }

    [Fact]
    public async Task Nothing_runs_on_when_the_host_s_process_dies_and_the_next_one_sweeps_up()
    {
        var owner = $"owner-{Guid.CreateVersion7():N}";
        await DieAsync(owner, "first");

        await using var other = NewHost(owner, "another");
        (await other.SweepAsync(default)).ShouldBe(0);
        await using var next = NewHost(owner, "first");
        (await next.SweepAsync(default)).ShouldBe(1);
        (await next.SweepAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task What_an_instance_left_that_never_came_back_is_swept_by_another_in_the_end()
    {
        var owner = $"owner-{Guid.CreateVersion7():N}";
        await DieAsync(owner, "first");

        await using var stranger = NewHost("somebody-else", "another", TimeSpan.FromHours(2));
        (await stranger.SweepAsync(default)).ShouldBe(0);
        await using var later = NewHost(owner, "another", TimeSpan.FromHours(2));
        (await later.SweepAsync(default)).ShouldBe(1);
    }

    [Fact]
    public async Task A_sweep_leaves_alone_what_is_in_use()
    {
        await using var sandbox = await engine.StartAsync();

        await engine.Host.SweepAsync(default);

        (await sandbox.RunAsync(Bash("echo well"))).Out().ShouldBe("well\n");
    }

    [Fact]
    public async Task Closing_the_host_ends_its_sandboxes()
    {
        var host = Engine.NewHost($"closed-{Guid.CreateVersion7():N}");
        var sandbox = await host.StartAsync(Spec, default);

        await host.DisposeAsync();

        (await ListAsync(sandbox)).ShouldBeEmpty();
    }

    private static SandboxHost NewHost(string owner, string instance, TimeSpan later = default) =>
        new(new() { Owner = owner, Instance = instance, WarmMemory = 0 }, new LaterClock(later), NullLogger<SandboxHost>.Instance);

    // A host that dies in the middle of a command: the kernel closes its connection.
    private static async Task DieAsync(string owner, string instance)
    {
        var name = $"academy-died-{Guid.CreateVersion7():N}";
        using var client = new EngineClient(Engine.Socket);
        await client.CreateAsync(name, ContainerSettings.For(Spec, new SupervisedImage(Spec.Image, []), null, null, new Dictionary<string, string> { ["academy.owner"] = owner, ["academy.instance"] = instance }));
        var connection = await client.AttachAsync(name, default);
        await client.StartAsync(name, default);
        var lost = new Supervisor(connection).RunAsync(Bash("sleep 1000") with { Timeout = TimeSpan.FromMinutes(10) }, Stream.Null, default);

        await connection.DisposeAsync();

        await Should.ThrowAsync<Exception>(() => lost);
        await client.WaitAsync(name, "not-running", default).WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task<IReadOnlyList<string>> ListAsync(RunningSandbox sandbox)
    {
        using var client = new EngineClient(Engine.Socket);
        return [.. (await client.ListAsync(["academy.owner=academy-tests"], default)).Select(container => container.Name).Where(name => name == sandbox.Name)];
    }

    private sealed class LaterClock(TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
    }
}
