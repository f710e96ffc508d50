namespace Academy.Sandbox;

/// <summary>
/// Two sandboxes on one private network: a service runs in the first, and whoever judges it in the second. The second has
/// joined the first one's network, in which there is no interface but the loopback: no bridge, no gateway, no way to the host
/// or to anybody else, and no pool of addresses that could run out. Files, processes and shared memory are each one's own.
/// </summary>
/// <remarks>
/// They share all ports of 127.0.0.1, and abstract Unix sockets: what listens in the second one can be reached by the service.
/// So nothing in there should listen at all (a browser is driven through a pipe).
/// </remarks>
public sealed class SandboxPair : IAsyncDisposable
{
    internal SandboxPair(RunningSandbox service, RunningSandbox judge) => (Service, Judge) = (service, judge);

    public RunningSandbox Service { get; }

    public RunningSandbox Judge { get; }

    /// <summary>Waits until what was started in <see cref="Service"/> answers on 127.0.0.1, as the judge will find it.</summary>
    /// <param name="service">What was started there; when it ends, waiting makes no sense.</param>
    /// <param name="port">Where it should answer.</param>
    /// <param name="path">What should answer over HTTP, with whatever status; null: a connection is enough.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="SandboxUnavailableException" />
    public async Task<ServiceState> WaitUntilReadyAsync(RunningService service, int port, string? path, TimeSpan timeout, CancellationToken ct)
    {
        var waiting = Judge.WaitForServiceAsync(port, path, timeout, ct);
        if (await Task.WhenAny(waiting, service.Ended) == waiting) return await waiting;

        await Judge.StopAsync();
        await waiting;
        return ServiceState.Ended;
    }

    public async ValueTask DisposeAsync()
    {
        await Judge.DisposeAsync();
        await Service.DisposeAsync();
    }
}
