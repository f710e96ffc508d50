using System.Text;
using static Academy.Sandbox.Tests.Programs;

namespace Academy.Sandbox.Tests;

[Collection(nameof(Engine))]
public sealed class RunningCommandsTests(Engine engine)
{
    [Fact]
    public async Task A_command_reads_its_input_and_writes_on_both_outputs()
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash("cat; echo oops >&2; exit 3") with { Input = "é\n"u8.ToArray() });

        result.Ending.ShouldBe(SandboxEnding.Exited);
        result.ExitCode.ShouldBe(3);
        result.Succeeded.ShouldBeFalse();
        result.Out().ShouldBe("é\n");
        result.Error().ShouldBe("oops\n");
    }

    [Fact]
    public async Task Arguments_arrive_as_they_are_and_no_shell_reads_them()
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(new SandboxCommand("printf", "[%s]", "a b", "", "$HOME; `id`", "é\n"));

        result.Out().ShouldBe("[a b][][$HOME; `id`][é\n]");
    }

    [Fact]
    public async Task The_environment_is_the_sandbox_s_and_the_command_s_own()
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(new SandboxCommand("env") { Environment = new Dictionary<string, string> { ["CASE"] = "a=b" } });

        result.Out().Split('\n', StringSplitOptions.RemoveEmptyEntries).Order().ShouldBe(
            ["CASE=a=b", "HOME=/tmp", "LANG=C.UTF-8", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]);
    }

    [Fact]
    public async Task It_runs_as_an_ordinary_user_in_a_directory_of_its_own()
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash("id -u; id -g; pwd; whoami; ls -A /work /tmp /report"));

        result.Out().ShouldBe("1000\n1000\n/work\nlearner\n/report:\n\n/tmp:\n\n/work:\n");
    }

    [Fact]
    public async Task A_program_that_does_not_read_its_input_holds_nothing_up()
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash("head -c 3") with { Input = Encoding.ASCII.GetBytes(new string('x', 5_000_000)) });
        var next = await sandbox.RunAsync(Bash("cat") with { Input = "next"u8.ToArray() });

        result.Out().ShouldBe("xxx");
        next.Out().ShouldBe("next");
    }

    [Fact]
    public async Task Megabytes_go_in_and_come_out_unchanged()
    {
        await using var sandbox = await engine.StartAsync();
        var bytes = new byte[3_000_000];
        new Random(42).NextBytes(bytes);

        var result = await sandbox.RunAsync(new SandboxCommand("cat") { Input = bytes, OutputLimit = bytes.Length });

        result.Succeeded.ShouldBeTrue();
        result.StandardOutput.IsCut.ShouldBeFalse();
        result.StandardOutput.Bytes.Span.SequenceEqual(bytes).ShouldBeTrue();
    }

    [Theory]
    [InlineData("no-such-program", 127, "no-such-program: No such file or directory\n")]
    [InlineData("/etc/passwd", 126, "/etc/passwd: Permission denied\n")]
    public async Task A_program_that_cannot_start_says_so_like_a_shell(string program, int exitCode, string error)
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(new SandboxCommand(program));

        (result.Ending, result.ExitCode, result.Error()).ShouldBe((SandboxEnding.Exited, exitCode, error));
    }

    [Fact]
    public async Task A_command_that_cannot_be_said_is_refused_before_it_is_run()
    {
        await using var sandbox = await engine.StartAsync();

        await Should.ThrowAsync<ArgumentException>(() => sandbox.RunAsync(new SandboxCommand()));
        await Should.ThrowAsync<ArgumentException>(() => sandbox.RunAsync(new SandboxCommand("echo", "a\0b")));
        await Should.ThrowAsync<ArgumentException>(() => sandbox.RunAsync(new SandboxCommand([.. Enumerable.Repeat("x", 20_000)])));
        await Should.ThrowAsync<ArgumentException>(() => sandbox.RunAsync(new SandboxCommand("echo", new string('x', 2 << 20))));
        (await sandbox.RunAsync(new SandboxCommand("echo", new string('x', 200_000)))).ExitCode.ShouldBe(126);
        (await sandbox.RunAsync(new SandboxCommand("echo", "well"))).Out().ShouldBe("well\n");
    }

    [Fact]
    public async Task A_crash_gives_128_and_the_signal()
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash("kill -SEGV $$"));

        (result.Ending, result.ExitCode).ShouldBe((SandboxEnding.Exited, 139));
    }

    [Fact]
    public async Task Time_and_memory_are_measured_for_each_command()
    {
        await using var sandbox = await engine.StartAsync("academy/python");

        var large = await sandbox.RunAsync(Python("b = bytearray(30 << 20)\nfor i in range(2_000_000): pass"));
        var small = await sandbox.RunAsync(new SandboxCommand("sleep", "0.2"));

        large.PeakMemoryBytes.ShouldBeInRange(30 << 20, 60 << 20);
        large.CpuTime.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(20));
        small.PeakMemoryBytes.ShouldBeLessThan(10 << 20);
        small.CpuTime.ShouldBeLessThan(TimeSpan.FromMilliseconds(100));
        small.Elapsed.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task What_is_left_running_in_the_background_is_gone_before_the_next_command()
    {
        await using var sandbox = await engine.StartAsync();

        var result = await sandbox.RunAsync(Bash("(trap '' TERM HUP; while :; do echo late; sleep 0.01; done) & setsid -f sleep 1000; echo main"));
        var next = await sandbox.RunAsync(Bash("cat /proc/[0-9]*/comm"));

        result.Out().ShouldContain("main\n");
        next.Out().ShouldBe("academy-supervi\ncat\n");
    }
}
