using System.Text.Json;
using Academy.Kernel.Web;
using Academy.Testing;

namespace Academy.Benchmarks;

/// <summary>The demo academy in a process of its own, with a learner's token.</summary>
internal sealed class DemoSite : IAsyncDisposable
{
    public const string Learner = "apprenant@demo.academy";

    private readonly SiteProcess _site;
    private readonly string _folder;

    private DemoSite(SiteProcess site, string folder, HttpClient api) => (_site, _folder, Api) = (site, folder, api);

    public Uri Address => _site.Address;

    /// <summary>What the site holds in memory, in bytes.</summary>
    public long Memory => _site.Memory;

    /// <summary>Stops the site, and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await _site.KillAsync();
        await _site.StartAsync();
    }

    /// <summary>Signed with a token of the learner.</summary>
    public HttpClient Api { get; }

    public static async Task<DemoSite> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("academy-bench-").FullName;
        var site = await SiteProcess.StartAsync(
            folder, "--Demo:Enabled=true", $"--Content:Directory={TestPaths.SmallContent}", "--RateLimits:ApiPerMinute=1000000", "--Logging:LogLevel:Default=Warning");
        var api = new HttpClient { BaseAddress = site.Address };
        await api.TakeTokenAsync(Learner);
        return new DemoSite(site, folder, api);
    }

    /// <summary>Registers for a project and clones it; the folder of the clone and the attempt.</summary>
    public async Task<(string Folder, string AttemptId)> CloneAsync(string project)
    {
        var registration = await Api.JsonAsync(HttpMethod.Post, $"/api/v1/projects/{project}/registrations");
        var url = new UriBuilder(registration.GetProperty("cloneUrl").GetString()!)
        {
            UserName = Uri.EscapeDataString(Learner),
            Password = DemoOptions.Password,
        };
        await Tool.RunAsync(_folder, "git", "clone", "-q", url.Uri.AbsoluteUri, project);
        var clone = Path.Combine(_folder, project);
        await Tool.RunAsync(clone, "git", "config", "user.name", "Bench");
        await Tool.RunAsync(clone, "git", "config", "user.email", "bench@example.org");
        return (clone, registration.GetProperty("attemptId").GetString()!);
    }

    public Task<JsonElement> GetAsync(string path) => Api.JsonAsync(HttpMethod.Get, path);

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
