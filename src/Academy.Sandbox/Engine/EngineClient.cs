using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Academy.Sandbox.Engine;

/// <summary>The few calls of the Docker Engine API that sandboxes need, in the version that the engine itself names.</summary>
internal sealed class EngineClient : IDisposable
{
    // An engine that is well answers in milliseconds; one under a heavy load, in seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _socketPath;
    private readonly HttpClient _http;
    private string? _version;

    public EngineClient(string socketPath)
    {
        _socketPath = socketPath;
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, ct) => new NetworkStream(await ConnectAsync(ct), ownsSocket: true),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            UseProxy = false,
        })
        {
            BaseAddress = new Uri("http://docker"),
            Timeout = Patience,
        };
    }

    public async Task PingAsync(CancellationToken ct)
    {
        using var response = await SendAsync(HttpMethod.Get, "/_ping", null, ct);
        _version = response.Headers.TryGetValues("Api-Version", out var values)
            ? $"/v{values.First()}"
            : throw new SandboxUnavailableException(SandboxProblem.EngineFailed, $"What answers on {_socketPath} is not a Docker engine.");
    }

    public async Task CreateAsync(string name, object settings) =>
        (await CallAsync(HttpMethod.Post, $"/containers/create?name={name}", settings, CancellationToken.None)).Dispose();

    public async Task StartAsync(string name, CancellationToken ct) =>
        (await CallAsync(HttpMethod.Post, $"/containers/{name}/start", null, ct)).Dispose();

    /// <summary>Kills it if it runs. That it is gone already is well.</summary>
    public async Task RemoveAsync(string name, CancellationToken ct)
    {
        using var response = await CallAsync(HttpMethod.Delete, $"/containers/{name}?force=1&v=1", null, ct, HttpStatusCode.NotFound, HttpStatusCode.Conflict);
        if (response.StatusCode == HttpStatusCode.Conflict) await WaitAsync(name, "removed", ct); // somebody else is removing it
    }

    /// <param name="condition">not-running or removed.</param>
    public async Task WaitAsync(string name, string condition, CancellationToken ct) =>
        (await CallAsync(HttpMethod.Post, $"/containers/{name}/wait?condition={condition}", null, ct, HttpStatusCode.NotFound)).Dispose();

    /// <summary>Kills it if it still runs, and tells how it ended; null when there is no such container.</summary>
    public async Task<ContainerState?> StopAsync(string name, CancellationToken ct)
    {
        using var killed = await CallAsync(HttpMethod.Post, $"/containers/{name}/kill", null, ct, HttpStatusCode.NotFound, HttpStatusCode.Conflict);
        await WaitAsync(name, "not-running", ct);
        using var response = await CallAsync(HttpMethod.Get, $"/containers/{name}/json", null, ct, HttpStatusCode.NotFound);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        return (await response.Content.ReadFromJsonAsync<Inspected>(ct))!.State;
    }

    /// <summary>The image's id, which changes with its content; null when there is no such image.</summary>
    public async Task<string?> ImageIdAsync(string image, CancellationToken ct)
    {
        using var response = await CallAsync(HttpMethod.Get, $"/images/{image}/json", null, ct, HttpStatusCode.NotFound);
        return response.StatusCode == HttpStatusCode.NotFound ? null : (await response.Content.ReadFromJsonAsync<Image>(ct))!.Id;
    }

    /// <summary>The directories of which the image wants volumes to be made.</summary>
    public async Task<IReadOnlyList<string>> VolumesAsync(string image, CancellationToken ct)
    {
        using var response = await CallAsync(HttpMethod.Get, $"/images/{image}/json", null, ct);
        return (await response.Content.ReadFromJsonAsync<Image>(ct))!.Config?.Volumes?.Keys.ToList() ?? [];
    }

    /// <summary>Builds an image by the engine's own means.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="context">A tar archive with a Dockerfile.</param>
    /// <param name="ct">Gives up; the engine stops, too.</param>
    public async Task BuildAsync(string tag, byte[] context, CancellationToken ct)
    {
        using var response = await SendAsync(
            HttpMethod.Post, $"{await VersionAsync(ct)}/build?t={tag}&q=1&forcerm=1", new ByteArrayContent(context) { Headers = { ContentType = new("application/x-tar") } }, ct);

        // It answers 200 before it knows; the last line tells.
        var said = await response.Content.ReadAsStringAsync(ct);
        if (said.Contains("\"errorDetail\"", StringComparison.Ordinal)) throw EngineProblems.Refused(HttpStatusCode.InternalServerError, said.Trim());
    }

    /// <summary>The names of all images that have this label.</summary>
    public async Task<IReadOnlyList<string>> TagsAsync(string label, CancellationToken ct)
    {
        var filters = Uri.EscapeDataString(JsonSerializer.Serialize(new { label = (string[])[label] }));
        using var response = await CallAsync(HttpMethod.Get, $"/images/json?filters={filters}", null, ct);
        return [.. (await response.Content.ReadFromJsonAsync<List<Image>>(ct))!.SelectMany(image => image.RepoTags ?? [])];
    }

    /// <summary>That it is gone already, or still in use, is well.</summary>
    public async Task RemoveImageAsync(string tag, CancellationToken ct) =>
        (await CallAsync(HttpMethod.Delete, $"/images/{tag}", null, ct, HttpStatusCode.NotFound, HttpStatusCode.Conflict)).Dispose();

    /// <summary>The names of the runtimes that containers may use.</summary>
    public async Task<IReadOnlyCollection<string>> RuntimesAsync(CancellationToken ct)
    {
        using var response = await CallAsync(HttpMethod.Get, "/info", null, ct);
        return [.. (await response.Content.ReadFromJsonAsync<Info>(ct))!.Runtimes.Keys];
    }

    /// <summary>When it ended; null when it runs, or is not there any more.</summary>
    public async Task<DateTimeOffset?> EndedAtAsync(string name, CancellationToken ct)
    {
        using var response = await CallAsync(HttpMethod.Get, $"/containers/{name}/json", null, ct, HttpStatusCode.NotFound);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        var state = (await response.Content.ReadFromJsonAsync<Inspected>(ct))!.State;
        return state.Running ? null : state.FinishedAt;
    }

    /// <summary>All containers that have these labels, running or not.</summary>
    public async Task<IReadOnlyList<ListedContainer>> ListAsync(IEnumerable<string> labels, CancellationToken ct)
    {
        var filters = Uri.EscapeDataString(JsonSerializer.Serialize(new { label = labels }));
        using var response = await CallAsync(HttpMethod.Get, $"/containers/json?all=1&filters={filters}", null, ct);
        return (await response.Content.ReadFromJsonAsync<List<ListedContainer>>(ct))!;
    }

    /// <summary>What happens to the containers with this label from now on, and what has happened after a time.</summary>
    /// <param name="label">With its value.</param>
    /// <param name="sinceNano">In nanoseconds since 1970. The engine remembers a few hundred events, until it is started anew.</param>
    /// <param name="ct">The only end that is no exception, but the engine's own.</param>
    public async IAsyncEnumerable<ContainerEvent> EventsAsync(string label, long sinceNano, [EnumeratorCancellation] CancellationToken ct)
    {
        var filters = Uri.EscapeDataString(JsonSerializer.Serialize(new { type = (string[])["container"], @event = (string[])["oom", "kill", "die"], label = (string[])[label] }));
        var since = string.Create(CultureInfo.InvariantCulture, $"{sinceNano / 1_000_000_000}.{sinceNano % 1_000_000_000:D9}");
        using var response = await SendAsync(HttpMethod.Get, $"{await VersionAsync(ct)}/events?since={since}&filters={filters}", null, ct, [], HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(ct));
        while (await TranslateAsync(async () => await reader.ReadLineAsync(ct), ct) is { } line)
            yield return JsonSerializer.Deserialize<ContainerEvent>(line, JsonSerializerOptions.Web)!;
    }

    public async Task<AttachedStream> AttachAsync(string name, CancellationToken ct)
    {
        var path = $"{await VersionAsync(ct)}/containers/{name}/attach?stream=1&stdin=1&stdout=1&stderr=1";
        return await TranslateAsync(async () => await AttachedStream.OpenAsync(await ConnectAsync(ct), path, ct), ct);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, object? body, CancellationToken ct, params HttpStatusCode[] accepted) =>
        await SendAsync(method, await VersionAsync(ct) + path, body, ct, accepted);

    private async ValueTask<string> VersionAsync(CancellationToken ct)
    {
        if (_version is null) await PingAsync(ct);
        return _version!;
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? body, CancellationToken ct, IReadOnlyCollection<HttpStatusCode>? accepted = null,
        HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead) =>
        await TranslateAsync(async () =>
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body, options: JsonSerializerOptions.Default));
            var response = await _http.SendAsync(request, completion, ct);
            if (response.IsSuccessStatusCode || accepted?.Contains(response.StatusCode) == true) return response;

            using (response) throw EngineProblems.Refused(response.StatusCode, await response.Content.ReadAsStringAsync(ct));
        }, ct);

    private async Task<T> TranslateAsync<T>(Func<Task<T>> call, CancellationToken ct)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException or JsonException
            || (exception is TaskCanceledException && !ct.IsCancellationRequested))
        {
            // The engine may have been replaced by one of another version when it is back.
            _version = null;
            throw EngineProblems.Unreachable(_socketPath, exception);
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(_socketPath), ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed record Inspected(ContainerState State);

    private sealed record Image(string Id, IReadOnlyList<string>? RepoTags, ImageConfig? Config);

    private sealed record ImageConfig(Dictionary<string, JsonElement>? Volumes);

    private sealed record Info(IReadOnlyDictionary<string, JsonElement> Runtimes);
}

/// <param name="FinishedAt">The year 1 when it was never started.</param>
internal sealed record ContainerState(bool Running, int ExitCode, bool OOMKilled, DateTimeOffset FinishedAt);

/// <param name="State">running, exited, created …</param>
/// <param name="Created">In seconds since 1970.</param>
internal sealed record ListedContainer(IReadOnlyList<string> Names, string State, long Created, IReadOnlyDictionary<string, string> Labels)
{
    public string Name => Names[0].TrimStart('/');
}
