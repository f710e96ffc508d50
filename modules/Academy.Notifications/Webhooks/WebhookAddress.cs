using System.Net;
using System.Net.Sockets;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Web;
using Microsoft.Extensions.Options;

namespace Academy.Notifications.Webhooks;

/// <summary>Where webhooks may go: to the open Internet, and nowhere near the academy's own network.</summary>
internal sealed class WebhookAddress(IOptions<NotificationsOptions> options)
{
    /// <summary>What can be seen from the address alone. Its host is looked at again at each connection.</summary>
    public Outcome<Uri> Check(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.Length > Webhook.LongestUrl || !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host == "") return Refusals.NoAddress;
        if (url.UserInfo != "" || url.Fragment != "") return Refusals.NoAddress;
        if (options.Value.AllowLoopbackWebhooks && url.IsLoopback && url.Scheme is "http" or "https") return url;
        if (url.Scheme != Uri.UriSchemeHttps) return Refusals.OnlyHttps;
        return IsPublic(url) ? url : Refusals.PrivateAddress;
    }

    /// <summary>
    /// Connects to the host's addresses if all of them are allowed: what a name stood for when it was checked may have changed.
    /// </summary>
    /// <exception cref="HttpRequestException">They are not.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var host = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(host.Host, ct);
        if (addresses.Length == 0 || !addresses.All(IsAllowed)) throw new HttpRequestException("The address is not on the open Internet.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(IPAddress address) =>
        PublicAddress.Is(address) || (options.Value.AllowLoopbackWebhooks && IPAddress.IsLoopback(address));

    private static bool IsPublic(Uri url) => url.HostNameType switch
    {
        UriHostNameType.Dns => url.IdnHost.Contains('.', StringComparison.Ordinal) && !url.IsLoopback,
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => IPAddress.TryParse(url.Host, out var address) && PublicAddress.Is(address),
        _ => false,
    };
}
