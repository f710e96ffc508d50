using Academy.Kernel.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Academy.Web.Startup;

/// <summary>What the console says when the site is ready.</summary>
internal static class Greeting
{
    public static void Print(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine();
        Console.WriteLine($"  Academy is ready: {string.Join("  ", addresses)}");
        if (app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
        {
            Console.WriteLine();
            Console.WriteLine("  Demo accounts (this machine only), password: " + DemoOptions.Password);
            foreach (var account in DemoAccounts.All) Console.WriteLine($"    {account.Email,-28} {account.Role}");
        }

        Console.WriteLine();
        Console.WriteLine("  Stop with Ctrl+C.");
    }
}
