using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
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

    /// <summary>Signed with a token of the learner.</summary>
    public HttpClient Api { get; }

    public static async Task<DemoSite> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("academy-bench-").FullName;
        var site = await SiteProcess.StartAsync(
            folder, "--Demo:Enabled=true", $"--Content:Directory={TestPaths.SmallContent}", "--RateLimits:ApiPerMinute=1000000", "--Logging:LogLevel:Default=Warning");
        var api = new HttpClient { BaseAddress = site.Address };
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tokens");
        ask.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Learner}:{DemoOptions.Password}")));
        ask.Content = JsonContent.Create(new { name = "bench", scopes = new[] { "*" } });
        var token = await JsonOf(await api.SendAsync(ask));
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        return new DemoSite(site, folder, api);
    }

    /// <summary>Registers for a project and clones it; the folder of the clone and the attempt.</summary>
    public async Task<(string Folder, string AttemptId)> CloneAsync(string project)
    {
        var registration = await JsonOf(await Api.PostAsync($"/api/v1/projects/{project}/registrations", null));
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

    public async Task<JsonElement> GetAsync(string path) => await JsonOf(await Api.GetAsync(path));

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<JsonElement> JsonOf(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
