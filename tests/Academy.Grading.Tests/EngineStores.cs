using System.Net.Sockets;
using System.Text.Json;

namespace Academy.Grading.Tests;

/// <summary>What the machine's Docker engine keeps beside containers, asked without any of our own code.</summary>
internal static class EngineStores
{
    /// <summary>The names of all volumes and networks.</summary>
    public static async Task<IReadOnlySet<string>> NamesAsync()
    {
        using var engine = new HttpClient(new SocketsHttpHandler { ConnectCallback = ConnectAsync }) { BaseAddress = new Uri("http://docker") };
        using var volumes = JsonDocument.Parse(await engine.GetStringAsync("/volumes"));
        using var networks = JsonDocument.Parse(await engine.GetStringAsync("/networks"));
        var named = volumes.RootElement.GetProperty("Volumes") is { ValueKind: JsonValueKind.Array } some ? some.EnumerateArray() : [];
        return named.Concat(networks.RootElement.EnumerateArray()).Select(store => store.GetProperty("Name").GetString()!).ToHashSet();
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint("/var/run/docker.sock"), ct);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
