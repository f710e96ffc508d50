using Academy.Kernel;
using Academy.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Academy.Testing;

/// <summary>The whole site as it is shipped, listening on a free port, with the demo academy on a fresh SQLite database.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private TestSite(WebApplication app, string folder, Uri address) => (_app, _folder, Address) = (app, folder, address);

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public string Folder => _folder;

    /// <param name="settings">Configuration, for example ("Demo:Enabled", "false").</param>
    public static Task<TestSite> StartAsync(params (string Key, string Value)[] settings) => StartAsync(_ => { }, settings);

    /// <param name="services">Adds services, for example a reaction that notes what it was told.</param>
    /// <param name="settings">Configuration.</param>
    public static async Task<TestSite> StartAsync(Action<IServiceCollection> services, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("academy-site-").FullName;
        var app = Site.Build([], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Urls"] = "http://127.0.0.1:0",
                ["Data:Directory"] = folder,
                ["Content:Directory"] = TestPaths.SmallContent,
                ["Demo:Enabled"] = "true",
                ["Evaluations:DemoTimes"] = "false",
                ["RateLimits:SignInPerMinute"] = "100000",
                ["RateLimits:ApiPerMinute"] = "100000",
            });
            builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
            services(builder.Services);
        });
        await app.Services.StartAcademyAsync(CancellationToken.None);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new TestSite(app, folder, new Uri(address));
    }

    /// <summary>A client that follows no redirect and keeps cookies, as a careful browser.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
