using System.Net.Sockets;
using System.Text;
using static Academy.Sandbox.Tests.Programs;

namespace Academy.Sandbox.Tests;

/// <summary>Without an engine, or with a bad one, an operator is told in a sentence what to do.</summary>
[Collection(nameof(Engine))]
public sealed class AvailabilityTests(Engine engine)
{
    [Fact]
    public async Task All_is_well_when_the_engine_answers_and_has_the_image()
    {
        (await engine.Host.CheckAsync("academy/shell", default)).ShouldBe(SandboxHealth.Good);
        (await engine.Host.CheckAsync(null, default)).IsGood.ShouldBeTrue();
    }

    [Fact]
    public async Task A_missing_image_is_named()
    {
        var health = await engine.Host.CheckAsync("academy/cobol", default);
        var exception = await Should.ThrowAsync<SandboxUnavailableException>(() => engine.Host.StartAsync(new SandboxSpec("academy/cobol"), default));

        (health.Problem, exception.Problem).ShouldBe((SandboxProblem.ImageMissing, SandboxProblem.ImageMissing));
        health.Reason.ShouldContain("academy/cobol");
        exception.Message.ShouldContain("academy/cobol");
    }

    [Fact]
    public async Task An_image_without_the_supervisor_is_the_operator_s_matter()
    {
        var exception = await Should.ThrowAsync<SandboxUnavailableException>(() => engine.StartAsync("academy/debian:bookworm"));

        exception.Problem.ShouldBe(SandboxProblem.EngineFailed);
        exception.Message.ShouldContain("academy-supervisor");
    }

    [Fact]
    public async Task Without_an_engine_the_socket_is_named()
    {
        await using var host = Engine.NewHost("none", "/tmp/there-is-no-engine.sock");

        var health = await host.CheckAsync(null, default);
        var exception = await Should.ThrowAsync<SandboxUnavailableException>(() => host.StartAsync(new SandboxSpec("academy/shell"), default));

        (health.Problem, exception.Problem).ShouldBe((SandboxProblem.EngineUnreachable, SandboxProblem.EngineUnreachable));
        health.Reason.ShouldContain("/tmp/there-is-no-engine.sock");
    }

    [Theory]
    [InlineData("")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK")]
    [InlineData("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n")]
    public async Task What_is_no_engine_is_told_from_one(string answer)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.sock");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        var answering = AnswerAsync(listener, answer);
        await using var host = Engine.NewHost("odd", path);

        (await host.CheckAsync(null, default)).Problem.ShouldBeOneOf(SandboxProblem.EngineUnreachable, SandboxProblem.EngineFailed);

        listener.Dispose();
        await answering;
        File.Delete(path);
    }

    [Fact]
    public async Task A_host_finds_its_way_back_when_the_engine_is_there_again()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.sock");
        await using var host = Engine.NewHost($"back-{Guid.CreateVersion7():N}", path);
        (await host.CheckAsync(null, default)).Problem.ShouldBe(SandboxProblem.EngineUnreachable);

        File.CreateSymbolicLink(path, Engine.Socket);

        await using (var sandbox = await host.StartAsync(new SandboxSpec("academy/shell"), default))
            (await sandbox.RunAsync(Bash("echo well"))).Out().ShouldBe("well\n");
        File.Delete(path);
    }

    private static async Task AnswerAsync(Socket listener, string answer)
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptAsync();
                await connection.ReceiveAsync(new byte[10_000]);
                await connection.SendAsync(Encoding.ASCII.GetBytes(answer));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
