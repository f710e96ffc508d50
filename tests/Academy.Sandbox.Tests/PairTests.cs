using static Academy.Sandbox.Tests.Programs;

namespace Academy.Sandbox.Tests;

/// <summary>A service in one sandbox, and in another whoever judges it.</summary>
[Collection(nameof(Engine))]
public sealed class PairTests(Engine engine)
{
    private static readonly SandboxSpec Spec = new("academy/python") { MemoryBytes = 64 << 20, Processes = 32, DiskBytes = 8 << 20, DiskFiles = 1000 };
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private static readonly SandboxCommand Server = Python("""
        import http.server
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self): self.send_response(404); self.end_headers(); self.wfile.write(b'bonjour')
            def log_message(self, *args): print(self.path, flush=True)
        http.server.HTTPServer(('', 8080), Handler).serve_forever()
        """) with
    { Timeout = TimeSpan.FromMinutes(1) };

    [Fact]
    public async Task The_judge_asks_and_the_service_answers()
    {
        await using var pair = await engine.Host.StartPairAsync(Spec, Spec, default);
        var service = pair.Service.StartService(Server, default);

        (await pair.WaitUntilReadyAsync(service, 8080, "/ready?", Soon, default)).ShouldBe(ServiceState.Ready);
        var asked = await pair.Judge.RunAsync(Python("""
            import urllib.request, urllib.error
            try: urllib.request.urlopen('http://127.0.0.1:8080/question')
            except urllib.error.HTTPError as answer: print(answer.code, answer.read().decode())
            """));
        var ended = await service.StopAsync();

        (asked.Out(), asked.Error()).ShouldBe(("404 bonjour\n", ""));
        (ended.Ending, ended.Out()).ShouldBe((SandboxEnding.Stopped, "/ready?\n/question\n"));
        ended.PeakMemoryBytes.ShouldBeGreaterThan(1 << 20);
        (await service.StopAsync()).ShouldBeSameAs(ended);
    }

    [Fact]
    public async Task A_port_without_http_is_ready_when_it_takes_a_connection()
    {
        await using var pair = await engine.Host.StartPairAsync(Spec, Spec, default);
        var service = pair.Service.StartService(Python("import socket, time; time.sleep(0.3); s = socket.create_server(('127.0.0.1', 7)); time.sleep(60)"), default);

        (await pair.WaitUntilReadyAsync(service, 7, null, Soon, default)).ShouldBe(ServiceState.Ready);
        (await pair.WaitUntilReadyAsync(service, 7, "/", TimeSpan.FromMilliseconds(300), default)).ShouldBe(ServiceState.Mute);
    }

    [Theory]
    [InlineData("print('hello'); import time; time.sleep(60)", nameof(ServiceState.Silent))]
    [InlineData("import socket, time; s = socket.create_server(('', 8080)); time.sleep(60)", nameof(ServiceState.Mute))]
    [InlineData("import socket, time; s = socket.create_server(('', 8080))\nwhile True: s.accept()[0].send(b'SSH-2.0 ' * 1000)", nameof(ServiceState.Mute))]
    [InlineData("import socket, time; s = socket.create_server(('', 8081)); time.sleep(60)", nameof(ServiceState.Silent))]
    public async Task Who_never_answers_is_told_apart(string program, string state)
    {
        await using var pair = await engine.Host.StartPairAsync(Spec, Spec, default);
        var service = pair.Service.StartService(Python(program), default);

        // Who is mute takes a connection: asked as soon as it does.
        if (state == nameof(ServiceState.Mute)) (await pair.WaitUntilReadyAsync(service, 8080, null, Soon, default)).ShouldBe(ServiceState.Ready);
        (await pair.WaitUntilReadyAsync(service, 8080, "/", TimeSpan.FromMilliseconds(500), default)).ToString().ShouldBe(state);
        (await service.StopAsync()).Ending.ShouldBe(SandboxEnding.Stopped);
    }

    [Theory]
    [InlineData("import sys; sys.exit('no such table')", nameof(SandboxEnding.Exited))]
    [InlineData("x = bytearray(1 << 30)", nameof(SandboxEnding.OutOfMemory))]
    [InlineData("while True: print('x' * 1000)", nameof(SandboxEnding.OutputTooLarge))]
    public async Task Nobody_waits_for_a_service_that_has_ended(string program, string ending)
    {
        await using var pair = await engine.Host.StartPairAsync(Spec, Spec, default);
        var service = pair.Service.StartService(Python(program), default);

        (await pair.WaitUntilReadyAsync(service, 8080, "/", TimeSpan.FromMinutes(5), default).WaitAsync(TimeSpan.FromMinutes(1))).ShouldBe(ServiceState.Ended);
        (await service.Ended).Ending.ToString().ShouldBe(ending);
        (await pair.Judge.RunAsync(Bash("echo well"))).Out().ShouldBe("well\n");
    }

    [Fact]
    [Trait("Hostile", "26")]
    public async Task They_share_a_network_without_a_way_out_and_nothing_else()
    {
        await using var pair = await engine.Host.StartPairAsync(Spec, Spec, default);
        await pair.Judge.UnpackAsync(Tar(("expected.txt", "secret")), "/work", default);
        await pair.Judge.RunAsync(Bash("echo secret > /tmp/x; echo secret > /dev/shm/x"));
        var judging = pair.Judge.RunAsync(Bash("sleep 2 # secret") with { Environment = new Dictionary<string, string> { ["ANSWER"] = "secret" } });

        var result = await pair.Service.RunAsync(Python("""
            import os, socket
            print(sorted(os.listdir('/sys/class/net')), [n for n in os.listdir('/proc') if n.isdigit() and int(n) not in (1, os.getpid())])
            for d in ('/work', '/tmp', '/report', '/dev/shm', '/dev/mqueue'): print(d, os.listdir(d))
            for address in ('172.17.0.1', '169.254.169.254', '192.0.2.1'):
                try: socket.create_connection((address, 80), 1); print('REACHED')
                except OSError: pass
            try: os.kill(2, 9)
            except OSError as error: print(error.strerror)
            """));

        (result.Out(), result.Error()).ShouldBe(("['lo'] []\n/work []\n/tmp []\n/report []\n/dev/shm []\n/dev/mqueue []\nNo such process\n", ""));
        (await judging).Ending.ShouldBe(SandboxEnding.Exited);
    }

    [Fact]
    public async Task Pairs_do_not_meet_each_other()
    {
        await using var first = await engine.Host.StartPairAsync(Spec, Spec, default);
        await using var second = await engine.Host.StartPairAsync(Spec, Spec, default);
        var service = first.Service.StartService(Server, default);
        (await first.WaitUntilReadyAsync(service, 8080, "/", Soon, default)).ShouldBe(ServiceState.Ready);

        var other = second.Service.StartService(Bash("sleep 60"), default);
        (await second.WaitUntilReadyAsync(other, 8080, null, TimeSpan.FromMilliseconds(300), default)).ShouldBe(ServiceState.Silent);
    }

    [Fact]
    public async Task A_service_that_is_let_go_leaves_nothing()
    {
        string[] names;
        await using (var pair = await engine.Host.StartPairAsync(Spec, Spec, default))
        {
            names = [pair.Service.Name, pair.Judge.Name];
            _ = pair.Service.StartService(Server, default).Ended.ContinueWith(t => t.Exception, TaskScheduler.Default);
        }

        await engine.Host.SettleAsync(default);
        using var client = new Sandbox.Engine.EngineClient(Engine.Socket);
        (await client.ListAsync(["academy.owner=academy-tests"], default)).Select(container => container.Name).ShouldNotContain(name => names.Contains(name));
    }
}
