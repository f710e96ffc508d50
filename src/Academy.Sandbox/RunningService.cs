namespace Academy.Sandbox;

/// <summary>A command that goes on while something else asks it questions, until it is stopped or ends by itself.</summary>
public sealed class RunningService
{
    private readonly Func<Task> _stop;

    internal RunningService(Task<SandboxResult> ended, Func<Task> stop) => (Ended, _stop) = (ended, stop);

    /// <summary>How it ended: <see cref="SandboxEnding.Stopped"/> unless it ended by itself or ran into a limit.</summary>
    /// <exception cref="SandboxUnavailableException" />
    public Task<SandboxResult> Ended { get; }

    /// <summary>Kills it with all that it started, and tells how it did until then. May be called when it has ended already.</summary>
    /// <exception cref="SandboxUnavailableException" />
    public async Task<SandboxResult> StopAsync()
    {
        if (!Ended.IsCompleted) await _stop();
        return await Ended;
    }
}

/// <summary>What waiting for a service came to.</summary>
public enum ServiceState
{
    /// <summary>It answers.</summary>
    Ready,

    /// <summary>It takes connections, and does not answer over HTTP.</summary>
    Mute,

    /// <summary>Nothing listens on its port.</summary>
    Silent,

    /// <summary>It has ended: see <see cref="RunningService.Ended"/>.</summary>
    Ended,
}
