using Academy.Sandbox.Engine;
using static Academy.Sandbox.Tests.Programs;

namespace Academy.Sandbox.Tests;

/// <summary>How the engine's events tell the end of a sandbox, and what happens when they do not come.</summary>
[Collection(nameof(Engine))]
public sealed class EventsTests : IDisposable
{
    private static readonly SandboxSpec Spec = new("academy/shell") { MemoryBytes = 64 << 20 };

    private readonly EngineClient _engine = new(Engine.Socket);

    [Fact]
    public async Task A_sandbox_that_somebody_kills_ends_its_run_at_once_and_nobody_has_to_ask()
    {
        await using var relay = new EngineRelay();
        await using var host = NewHost(relay);
        await using var sandbox = await host.StartAsync(Spec, default);
        var running = SleepAsync(sandbox);
        var asked = relay.Asked.Count;

        await _engine.StopAsync(sandbox.Name, default);

        var exception = await Should.ThrowAsync<SandboxUnavailableException>(() => running.WaitAsync(TimeSpan.FromMinutes(1)));
        exception.Problem.ShouldBe(SandboxProblem.EngineFailed);
        relay.Asked.Skip(asked).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_engine_tells_that_the_kernel_took_a_program_and_then_that_the_container_died()
    {
        var label = $"academy.owner=events-{Guid.CreateVersion7():N}";
        var name = $"academy-events-{Guid.CreateVersion7():N}";
        await _engine.CreateAsync(name, new
        {
            Image = "academy/python",
            Entrypoint = (string[])["python3", "-c", "x = bytearray(1 << 30)"],
            Labels = new Dictionary<string, string> { [label.Split('=')[0]] = label.Split('=')[1] },
            HostConfig = new { Memory = 64 << 20, MemorySwap = 64 << 20 },
        });
        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var events = _engine.EventsAsync(label, 0, enough.Token).GetAsyncEnumerator();
        await _engine.StartAsync(name, default);

        var lives = new ContainerLives();
        lives.Begin();
        while (!lives.Current.Died.IsCompleted && await events.MoveNextAsync())
        {
            events.Current.Name.ShouldBe(name);
            lives.Hear(events.Current);
        }

        (await lives.Current.Died, lives.Current.RanOutOfMemory).ShouldBe((137, true));
        await events.DisposeAsync();
        await _engine.RemoveAsync(name, default);
    }

    [Fact]
    public async Task The_engine_s_word_is_enough_even_when_the_connection_stays_open()
    {
        await using var relay = new EngineRelay { IsDeaf = true };
        await using var host = NewHost(relay);
        await using var sandbox = await host.StartAsync(Spec, default);
        var running = SleepAsync(sandbox);
        var asked = relay.Asked.Count;

        sandbox.Hear(Event("oom"));
        sandbox.Hear(Event("die", 137));

        (await running.WaitAsync(TimeSpan.FromMinutes(1))).Ending.ShouldBe(SandboxEnding.OutOfMemory);
        relay.Asked.Skip(asked).ShouldAllBe(request => request.Contains("/events?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_child_that_the_kernel_takes_is_named_though_its_parent_ends_well()
    {
        await using var host = Engine.NewHost("child");
        await using var sandbox = await host.StartAsync(Spec with { DiskBytes = 8 << 20 }, default);

        var result = await sandbox.RunAsync(Bash("(tail -c 300M /dev/zero | tail -n 1) & wait; exit 0"));

        result.Ending.ShouldBe(SandboxEnding.OutOfMemory);
    }

    [Fact]
    public async Task What_lacked_memory_earlier_is_not_why_somebody_killed_it()
    {
        await using var relay = new EngineRelay();
        await using var host = NewHost(relay);
        await using var sandbox = await host.StartAsync(Spec with { DiskBytes = 8 << 20 }, default);
        (await sandbox.RunAsync(Bash("tail -c 300M /dev/zero | tail -n 1"))).Ending.ShouldBe(SandboxEnding.OutOfMemory);
        var running = SleepAsync(sandbox);

        await _engine.StopAsync(sandbox.Name, default);

        await Should.ThrowAsync<SandboxUnavailableException>(() => running.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void The_end_of_an_earlier_life_that_is_told_late_does_not_end_the_next_one()
    {
        var lives = new ContainerLives();
        lives.Begin();
        lives.Begin();

        lives.Hear(Event("oom"));
        lives.Hear(Event("die", 137));
        (lives.Current.Died.IsCompleted, lives.Current.RanOutOfMemory).ShouldBe((false, false));

        lives.Hear(Event("die"));
        lives.Current.Died.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task An_engine_that_tells_nothing_is_asked()
    {
        await using var relay = new EngineRelay { IsDeaf = true };
        await using var host = NewHost(relay);
        await using var sandbox = await host.StartAsync(Spec, default);
        var running = SleepAsync(sandbox);

        await _engine.StopAsync(sandbox.Name, default);

        await Should.ThrowAsync<SandboxUnavailableException>(() => running.WaitAsync(TimeSpan.FromMinutes(1)));
        relay.Asked.ShouldContain(asked => asked.EndsWith($"/containers/{sandbox.Name}/json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_connection_breaks_the_next_one_goes_on_after_the_last_word()
    {
        await using var relay = new EngineRelay();
        await using var host = NewHost(relay);
        await EndAsync(host);
        (await relay.NextListeningAsync()).ShouldContain("since=0.");

        relay.CutEvents();
        (await relay.NextListeningAsync()).ShouldNotContain("since=0.");

        var asked = relay.Asked.Count;
        await EndAsync(host);
        relay.Asked.Skip(asked).ShouldNotContain(request => request.EndsWith("/json", StringComparison.Ordinal));
    }

    public void Dispose() => _engine.Dispose();

    private static SandboxHost NewHost(EngineRelay relay) => Engine.NewHost($"events-{Guid.CreateVersion7():N}", relay.SocketPath);

    private static Task<SandboxResult> SleepAsync(RunningSandbox sandbox) => sandbox.RunAsync(Bash("sleep 1000") with { Timeout = TimeSpan.FromMinutes(10) });

    private static ContainerEvent Event(string action, int exitCode = 0) =>
        new(action, new ContainerActor(new Dictionary<string, string> { ["exitCode"] = exitCode.ToString(System.Globalization.CultureInfo.InvariantCulture) }), 0);

    private async Task EndAsync(SandboxHost host)
    {
        await using var sandbox = await host.StartAsync(Spec, default);
        var running = SleepAsync(sandbox);
        await _engine.StopAsync(sandbox.Name, default);
        await Should.ThrowAsync<SandboxUnavailableException>(() => running);
    }
}
