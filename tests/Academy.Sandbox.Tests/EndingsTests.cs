using static Academy.Sandbox.Tests.Programs;

namespace Academy.Sandbox.Tests;

/// <summary>Every limit gives its own ending, and after it the sandbox is as good as before.</summary>
[Collection(nameof(Engine))]
public sealed class EndingsTests(Engine engine)
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData("while :; do :; done")]
    [InlineData("sleep 1000")]
    [InlineData("trap '' TERM INT HUP; while :; do sleep 1; done")]
    [InlineData("kill -STOP $$")]
    [InlineData("cat > /dev/null")]
    public async Task Whoever_does_not_finish_is_TimedOut(string script)
    {
        await using var sandbox = await engine.StartAsync();
        await using var silent = new NeverEndingStream();

        var result = await sandbox.RunAsync(Bash(script) with { Timeout = Short }, silent, default);

        result.Ending.ShouldBe(SandboxEnding.TimedOut);
        result.Elapsed.ShouldBeInRange(Short, TimeSpan.FromMinutes(1));
        await IsWellAsync(sandbox);
    }

    [Fact]
    public async Task What_it_wrote_before_its_time_was_over_is_kept()
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash("echo first; sleep 1000") with { Timeout = TimeSpan.FromSeconds(2) });

        (result.Ending, result.Out()).ShouldBe((SandboxEnding.TimedOut, "first\n"));
    }

    [Theory]
    [InlineData(":(){ :|:& };:; sleep 5")]
    [InlineData("b() { b & b & wait; }; b")]
    [InlineData("for i in $(seq 100); do sleep 100 & done; exit 0")]
    public async Task A_fork_bomb_is_TooManyProcesses(string script)
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash(script));

        result.Ending.ShouldBe(SandboxEnding.TooManyProcesses);
        await IsWellAsync(sandbox);
    }

    [Fact]
    public async Task Threads_count_as_processes()
    {
        await using var sandbox = await engine.StartAsync("academy/python");

        var result = await sandbox.RunAsync(Python("import threading, time\nfor i in range(100): threading.Thread(target=time.sleep, args=(100,)).start()"));

        result.Ending.ShouldBe(SandboxEnding.TooManyProcesses);
    }

    [Fact]
    public async Task As_many_processes_as_allowed_are_well()
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash("for i in $(seq 30); do sleep 0.2 & done; wait; echo well"));

        (result.Ending, result.Out()).ShouldBe((SandboxEnding.Exited, "well\n"));
    }

    [Theory]
    [InlineData("b = bytearray(1 << 30)\nfor i in range(0, len(b), 4096): b[i] = 1")]
    [InlineData("import os\nif os.fork() == 0:\n  b = b'x' * (1 << 29)\nelse:\n  os.wait(); print('the parent is well')")]
    public async Task A_memory_bomb_is_OutOfMemory(string program)
    {
        await using var sandbox = await engine.StartAsync("academy/python");

        var result = await sandbox.RunAsync(Python(program));

        result.Ending.ShouldBe(SandboxEnding.OutOfMemory);
        await IsWellAsync(sandbox);
    }

    [Theory]
    [InlineData("cat /dev/zero > big")]
    [InlineData("cat /dev/zero > /tmp/big")]
    [InlineData("cat /dev/zero > /report/big")]
    [InlineData("for i in $(seq 5); do head -c 4M /dev/zero > $i || exit; done")]
    [InlineData("truncate --size 1T sparse")]
    [InlineData("for i in $(seq 100000); do : > $i || exit 1; done")]
    [InlineData("while :; do echo more >> log; echo $RANDOM > $RANDOM$RANDOM; done")]
    public async Task Who_fills_the_disk_has_DiskFull(string script)
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash(script));

        result.Ending.ShouldBe(SandboxEnding.DiskFull);
        await sandbox.ResetAsync(default);
        await IsWellAsync(sandbox);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("yes >&2")]
    [InlineData("cat /dev/zero & sleep 1000")]
    public async Task A_flood_of_output_is_OutputTooLarge_and_cut(string script)
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash(script) with { OutputLimit = 10_000 });

        result.Ending.ShouldBe(SandboxEnding.OutputTooLarge);
        var (cut, whole) = script.EndsWith('2')
            ? (result.StandardError, result.StandardOutput)
            : (result.StandardOutput, result.StandardError);
        (cut.IsCut, cut.Bytes.Length).ShouldBe((true, 10_000));
        (whole.IsCut, whole.Bytes.Length).ShouldBe((false, 0));
        result.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(4), "not only when its time is over");
        await IsWellAsync(sandbox);
    }

    [Fact]
    public async Task Output_of_exactly_the_limit_is_whole()
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash("head -c 10000 /dev/zero") with { OutputLimit = 10_000 });

        (result.Ending, result.StandardOutput.IsCut, result.StandardOutput.Bytes.Length).ShouldBe((SandboxEnding.Exited, false, 10_000));
    }

    private static async Task IsWellAsync(RunningSandbox sandbox)
    {
        var result = await sandbox.RunAsync(Bash("echo well > /work/file && cat /work/file && set -- /proc/[0-9]* && echo $#"));

        // Two processes: the supervisor and bash.
        (result.Ending, result.Out()).ShouldBe((SandboxEnding.Exited, "well\n2\n"));
    }
}
