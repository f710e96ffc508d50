using System.Net.Sockets;
using System.Text;

namespace Academy.Notifications.Webhooks;

/// <summary>Posts to other sites: follows nothing, waits not long, reads not much.</summary>
internal sealed class WebhookClient : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;

    public WebhookClient(WebhookAddress address)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = address.ConnectAsync,
            // A name is looked up again for each delivery.
            PooledConnectionLifetime = TimeSpan.Zero,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>What came of it; never throws for what the other site does.</summary>
    public async Task<WebhookAnswer> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new WebhookAnswer((int)answer.StatusCode, await StartAsync(answer.Content, limit.Token));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new WebhookAnswer(null, $"No answer within {Longest.TotalSeconds:0} seconds.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return new WebhookAnswer(null, e.Message);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<string> StartAsync(HttpContent content, CancellationToken ct)
    {
        await using var body = await content.ReadAsStreamAsync(ct);
        var buffer = new byte[WebhookDelivery.LongestResponse];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        // PostgreSQL keeps no NUL in a text.
        return Encoding.UTF8.GetString(buffer, 0, length).Replace("\0", "", StringComparison.Ordinal);
    }
}

/// <param name="Status">HTTP status; null: no answer.</param>
/// <param name="Text">The beginning of the answer, or why there is none.</param>
internal sealed record WebhookAnswer(int? Status, string Text);
