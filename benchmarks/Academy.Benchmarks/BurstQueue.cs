using Academy.Testing;

namespace Academy.Benchmarks;

/// <summary>The site's queue, as its operator holds it back and watches it.</summary>
internal sealed class BurstQueue(HttpClient api, string worker) : IDisposable
{
    private const string Operator = "admin@demo.academy";

    // Who looks more often takes time from what is measured.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static async Task<BurstQueue> OpenAsync(DemoSite site, string worker) =>
        new(await new HttpClient { BaseAddress = site.Address }.TakeTokenAsync(Operator), worker);

    /// <summary>The worker begins nothing more.</summary>
    public Task HoldAsync() => PostAsync("drain");

    /// <summary>The worker works again.</summary>
    public Task LetGoAsync() => PostAsync("undrain");

    /// <summary>Ends when so many gradings wait or run.</summary>
    public async Task WaitForAsync(int count)
    {
        using var limit = new CancellationTokenSource(Longest);
        while (await CountAsync() != count) await Task.Delay(BetweenLooks, limit.Token);
    }

    public void Dispose() => api.Dispose();

    private async Task<int> CountAsync() => (await api.JsonAsync(HttpMethod.Get, "/api/v1/operations/gradings")).GetProperty("queue")
        .EnumerateArray().Sum(line => line.GetProperty("waiting").GetInt32() + line.GetProperty("running").GetInt32());

    private async Task PostAsync(string what) =>
        (await api.PostAsync($"/api/v1/operations/workers/{worker}/{what}", null)).EnsureSuccessStatusCode();
}
