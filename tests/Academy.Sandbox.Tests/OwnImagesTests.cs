using Academy.Sandbox.Engine;
using Microsoft.Extensions.Logging.Abstractions;
using static Academy.Sandbox.Tests.Programs;

namespace Academy.Sandbox.Tests;

/// <summary>An author's own image is used as it is; the supervisor is given to it.</summary>
[Collection(nameof(Engine))]
public sealed class OwnImagesTests(Engine engine) : IAsyncLifetime
{
    private readonly string _image = $"academy-tests/own:{Guid.CreateVersion7():N}";
    private readonly EngineClient _client = new(Engine.Socket);

    [Fact]
    public async Task A_program_runs_in_it_under_all_limits()
    {
        await using var sandbox = await engine.StartAsync(_image);

        (await sandbox.RunAsync(Bash("id -u; cat /etc/school; ls -A /work; touch /etc/x /data/x; touch /work/x && echo writes"))).Out().ShouldBe("1000\nlycée\nwrites\n");
        (await sandbox.RunAsync(Bash("stat -f -c %T /data /work"))).Out().ShouldBe("tmpfs\ntmpfs\n");
        (await sandbox.RunAsync(Bash("sleep 1000") with { Timeout = TimeSpan.FromMilliseconds(300) })).Ending.ShouldBe(SandboxEnding.TimedOut);
        (await sandbox.RunAsync(Bash("tail -c 300M /dev/zero | tail -n 1"))).Ending.ShouldBe(SandboxEnding.OutOfMemory);
    }

    [Fact]
    public async Task It_can_be_a_judge_s_too()
    {
        await using var pair = await engine.Host.StartPairAsync(new SandboxSpec(_image), new SandboxSpec(_image), default);

        (await pair.Judge.RunAsync(Bash("cat /etc/school"))).Out().ShouldBe("lycée\n");
    }

    [Fact]
    public async Task When_the_engine_has_it_not_an_operator_reads_how_to_get_it()
    {
        var exception = await Should.ThrowAsync<SandboxUnavailableException>(() => engine.StartAsync("registry.example.org/school/java:21"));

        exception.Problem.ShouldBe(SandboxProblem.ImageMissing);
        exception.Message.ShouldContain("docker pull registry.example.org/school/java:21");
    }

    [Fact]
    public async Task A_runtime_that_the_engine_has_not_is_named_before_anything_starts()
    {
        var options = new SandboxHostOptions { Owner = "academy-tests", Instance = "runtime", WarmMemory = 0, Runtime = "no-such-runtime" };
        await using var host = new SandboxHost(options, TimeProvider.System, NullLogger<SandboxHost>.Instance);

        var health = await host.CheckAsync(null, default);

        health.Problem.ShouldBe(SandboxProblem.RuntimeMissing);
        health.Reason.ShouldContain("no-such-runtime");
        await Should.ThrowAsync<SandboxUnavailableException>(() => host.StartAsync(new SandboxSpec("academy/shell"), default));
    }

    [Fact]
    public async Task The_runtime_that_the_engine_has_is_used()
    {
        var options = new SandboxHostOptions { Owner = "academy-tests", Instance = "runtime", WarmMemory = 0, Runtime = "runc" };
        await using var host = new SandboxHost(options, TimeProvider.System, NullLogger<SandboxHost>.Instance);

        (await host.CheckAsync(null, default)).Reason.ShouldBeEmpty();
        await using var sandbox = await host.StartAsync(new SandboxSpec("academy/shell"), default);
        (await sandbox.RunAsync(Bash("echo well"))).Out().ShouldBe("well\n");
    }

    public Task InitializeAsync() => _client.BuildAsync(
        _image, ((MemoryStream)Tar(("Dockerfile", "FROM academy/debian:bookworm\nRUN echo lycée > /etc/school\nRUN mkdir -m 777 /data\nVOLUME /data /work\nENTRYPOINT [\"/bin/false\"]\nUSER root\n"))).ToArray(), default);

    public async Task DisposeAsync()
    {
        await engine.Host.SettleAsync(default);
        foreach (var name in await _client.TagsAsync($"{OwnImages.Label}={_image}", default)) await _client.RemoveImageAsync(name, default);
        await _client.RemoveImageAsync(_image, default);
        _client.Dispose();
    }
}
