using System.Net;
using System.Net.Sockets;

namespace Academy.Kernel.Web;

/// <summary>
/// Which addresses are on the open Internet. Whatever the IANA registries of special-purpose addresses (RFC 6890) name is
/// not: an address that somebody typed may not make the site talk to its own network.
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Special4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Of the global 2000::/3: Teredo and other protocols, documentation, 6to4. They can carry an IPv4 address inside.
    private static readonly IPNetwork[] Special6 =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    /// <summary>Whether anybody on the Internet could reach it.</summary>
    public static bool Is(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Special4.Any(network => network.Contains(address)),
        // NAT64 (64:ff9b::/96), local, private and multicast addresses are outside 2000::/3. So are mapped ones, but .NET looks at
        // the IPv4 address inside those.
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6 && Global6.Contains(address) && !Special6.Any(network => network.Contains(address)),
        _ => false,
    };
}
