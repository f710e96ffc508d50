using System.Text;

namespace Academy.Sandbox.Tests;

[Collection(nameof(Engine))]
public sealed class RunningCommandsTests(Engine engine)
{
    [Fact]
    public async Task A_command_reads_its_input_and_writes_its_output()
    {
        await using var sandbox = await engine.Host.StartAsync(new SandboxSpec("academy/shell"), default);
        var result = await sandbox.RunAsync(new SandboxCommand("sh", "-c", "cat; echo oops >&2; exit 3") { Input = "é\n"u8.ToArray() }, default);

        result.Ending.ShouldBe(SandboxEnding.Exited);
        result.ExitCode.ShouldBe(3);
        Encoding.UTF8.GetString(result.StandardOutput.Bytes.Span).ShouldBe("é\n");
        Encoding.UTF8.GetString(result.StandardError.Bytes.Span).ShouldBe("oops\n");
    }
}
