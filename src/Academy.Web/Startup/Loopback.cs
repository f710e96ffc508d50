using System.Net;
using Academy.Kernel.Web;
using Microsoft.Extensions.Options;

namespace Academy.Web.Startup;

/// <summary>Everybody knows the demo passwords, so a demo may not be reached from other machines.</summary>
internal static class Loopback
{
    public static void Require(WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled) return;

        var urls = (app.Configuration["urls"] ?? "http://127.0.0.1:5080").Split(';', StringSplitOptions.RemoveEmptyEntries);
        foreach (var url in urls)
        {
            var host = BindingAddress.Parse(url).Host;
            if (host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))) continue;
            throw new InvalidOperationException(
                $"The demo academy has passwords that everybody knows, so it only answers on this machine: {url} is not a loopback " +
                "address. Use http://127.0.0.1:5080, or start with --empty for a real academy.");
        }
    }
}
