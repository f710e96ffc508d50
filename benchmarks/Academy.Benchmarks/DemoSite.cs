using System.Text.RegularExpressions;
using Academy.Kernel.Web;
using Academy.Testing;

namespace Academy.Benchmarks;

/// <summary>The demo academy in a process of its own, with a learner's token.</summary>
internal sealed partial class DemoSite : IAsyncDisposable
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

    /// <param name="settings">Besides the demo's, for example "--Grading:Parallelism=2"; a later one wins.</param>
    public static async Task<DemoSite> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("academy-bench-").FullName;
        var site = await SiteProcess.StartAsync(
            folder,
            ["--Demo:Enabled=true", $"--Content:Directory={TestPaths.SmallContent}", "--RateLimits:ApiPerMinute=1000000", "--Logging:LogLevel:Default=Warning", .. settings]);
        var api = new HttpClient { BaseAddress = site.Address };
        await api.TakeTokenAsync(Learner);
        return new DemoSite(site, folder, api);
    }

    /// <summary>Registers for a project and clones it; the folder of the clone and the attempt.</summary>
    public Task<(string Folder, string AttemptId)> CloneAsync(string project) => CloneAsync(project, Api, Learner);

    /// <summary>The same for another learner.</summary>
    public async Task<(string Folder, string AttemptId)> CloneAsync(string project, HttpClient learner, string email)
    {
        var registration = await learner.JsonAsync(HttpMethod.Post, $"/api/v1/projects/{project}/registrations");
        var url = new UriBuilder(registration.GetProperty("cloneUrl").GetString()!)
        {
            UserName = Uri.EscapeDataString(email),
            Password = DemoOptions.Password,
        };
        var clone = Path.Combine(_folder, email == Learner ? project : $"{project}-{email}");
        await Tool.RunAsync(_folder, "git", "clone", "-q", url.Uri.AbsoluteUri, clone);
        await Tool.RunAsync(clone, "git", "config", "user.name", "Bench");
        await Tool.RunAsync(clone, "git", "config", "user.email", "bench@example.org");
        return (clone, registration.GetProperty("attemptId").GetString()!);
    }

    /// <summary>Makes an account by the letter that the site sends, and a client with a token of it.</summary>
    public async Task<HttpClient> SignUpAsync(string email)
    {
        var client = new HttpClient { BaseAddress = Address };
        (await client.PostFormAsync("/account/sign-up", ("Input.Email", email))).EnsureSuccessStatusCode();
        string? link = null;
        await Until.TrueAsync(
            () =>
            {
                link = Directory.EnumerateFiles(Path.Combine(_folder, "mail"), "*.eml").Select(File.ReadAllText)
                    .Where(letter => letter.Contains($"To: {email}", StringComparison.Ordinal))
                    .Select(letter => Link().Match(letter))
                    .FirstOrDefault(found => found.Success)?.Value;
                return Task.FromResult(link is not null);
            },
            "the letter");
        var page = new Uri(link!).PathAndQuery;
        // The letter goes out a moment before the site has saved to whom.
        await Until.TrueAsync(async () => (await client.GetStringAsync(page)).Contains("Input.Password", StringComparison.Ordinal), "the invitation");
        (await client.PostFormAsync(page, ("Input.Name", "Bench"), ("Input.Email", email), ("Input.Password", DemoOptions.Password))).EnsureSuccessStatusCode();
        return await new HttpClient { BaseAddress = Address }.TakeTokenAsync(email);
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("http://[^ ]+/account/invitation/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
