using Microsoft.Extensions.Logging.Abstractions;

namespace Academy.Sandbox.Tests;

/// <summary>One host on the machine's real Docker engine for all tests. When they are over, nothing of theirs may be left.</summary>
public sealed class Engine : IAsyncLifetime
{
    public const string Socket = "/var/run/docker.sock";

    public SandboxHost Host { get; } = NewHost($"tests-{Guid.CreateVersion7():N}");

    public static SandboxHost NewHost(string instance, string socketPath = Socket, long warm = 0) =>
        new(new() { Owner = "academy-tests", Instance = instance, SocketPath = socketPath, WarmMemory = warm }, TimeProvider.System, NullLogger<SandboxHost>.Instance);

    /// <summary>A small sandbox: limits that a test meets quickly.</summary>
    public Task<RunningSandbox> StartAsync(string image = "academy/shell", Func<SandboxSpec, SandboxSpec>? with = null)
    {
        var spec = new SandboxSpec(image) { MemoryBytes = 64 << 20, Processes = 32, DiskBytes = 8 << 20, DiskFiles = 1000 };
        return Host.StartAsync(with?.Invoke(spec) ?? spec, default);
    }

    public async Task InitializeAsync() => (await Host.CheckAsync("academy/shell", default)).Reason.ShouldBeEmpty();

    public async Task DisposeAsync()
    {
        await Host.SettleAsync(default);
        (await Host.SweepAsync(default)).ShouldBe(0);
        await Host.DisposeAsync();
    }
}

[CollectionDefinition(nameof(Engine))]
public sealed class EngineCollection : ICollectionFixture<Engine>;
