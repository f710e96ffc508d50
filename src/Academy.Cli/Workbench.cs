using Academy.Grading.Gate;
using Academy.Grading.Running;
using Academy.Sandbox;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;

namespace Academy.Cli;

/// <summary>The same sandbox and the same grader as on the site, without a site.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private readonly IStringLocalizer _texts;

    public Workbench(IStringLocalizer texts)
    {
        _texts = texts;
        Sandboxes = new SandboxHost(
            new SandboxHostOptions
            {
                SocketPath = Environment.GetEnvironmentVariable("DOCKER_SOCKET") is { Length: > 0 } socket ? socket : "/var/run/docker.sock",
                Owner = "academy-cli",
                Instance = $"{Environment.MachineName}:{Environment.ProcessId}",
            },
            TimeProvider.System,
            NullLogger<SandboxHost>.Instance);
        Gate = new ProjectGate(new Grader(Sandboxes));
    }

    public SandboxHost Sandboxes { get; }

    public ProjectGate Gate { get; }

    /// <summary>What keeps the sandbox from working is said, and ends the work.</summary>
    public async Task<int> TryAsync(TextWriter errors, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (SandboxUnavailableException e)
        {
            await errors.WriteLineAsync(_texts["The sandbox does not work: {0}", e.Message]);
            return ExitCodes.CannotTell;
        }
    }

    public ValueTask DisposeAsync() => Sandboxes.DisposeAsync();
}
