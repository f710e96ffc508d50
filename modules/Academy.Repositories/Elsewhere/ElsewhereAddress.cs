using System.Net;
using System.Net.Sockets;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Web;

namespace Academy.Repositories.Elsewhere;

/// <summary>The address of a repository on another site.</summary>
/// <param name="Url">As git is given it.</param>
internal sealed record ElsewhereAddress(Uri Url)
{
    public const int MaxLength = 500;

    /// <summary>Checks what can be seen from the address alone.</summary>
    public static Outcome<ElsewhereAddress> Parse(string? text, bool allowPrivate)
    {
        text = text?.Trim() ?? "";
        if (text.Length > MaxLength || !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host == "") return Refusals.NoAddress;
        if (url.Scheme != Uri.UriSchemeHttps) return Refusals.OnlyHttps;
        if (url.UserInfo != "") return Refusals.NoCredentials;
        if (url.Query != "" || url.Fragment != "" || url.AbsolutePath.Trim('/') == "") return Refusals.NoAddress;
        if (!allowPrivate && (!url.IsDefaultPort || !IsPublicName(url))) return Refusals.PrivateAddress;
        return new ElsewhereAddress(url);
    }

    /// <summary>Looks the host up once. Git is told to use these addresses and no others.</summary>
    public async Task<Outcome<IReadOnlyList<IPAddress>>> ResolveAsync(bool allowPrivate, CancellationToken ct)
    {
        IPAddress[] addresses;
        try
        {
            addresses = await Dns.GetHostAddressesAsync(Url.IdnHost, ct);
        }
        catch (SocketException)
        {
            return Refusals.Unreachable;
        }

        if (addresses.Length == 0) return Refusals.Unreachable;
        // One bad address is enough: a host that names both tries its luck.
        if (!allowPrivate && !addresses.All(PublicAddress.Is)) return Refusals.PrivateAddress;
        return addresses;
    }

    /// <summary>"host:port:address,address": curl then asks nobody.</summary>
    public string Pin(IEnumerable<IPAddress> addresses) =>
        $"{Url.IdnHost}:{Url.Port}:{string.Join(',', addresses.Select(a => a.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{a}]" : a.ToString()))}";

    // A number is looked at in other ways by other programs (0177.0.0.1): the .NET name of the host type is not enough.
    private static bool IsPublicName(Uri url) => url.HostNameType switch
    {
        UriHostNameType.Dns => url.IdnHost.Split('.') is [.., _, { Length: > 1 } last] && char.IsAsciiLetter(last[0]),
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => IPAddress.TryParse(url.Host, out var address) && PublicAddress.Is(address),
        _ => false,
    };
}
