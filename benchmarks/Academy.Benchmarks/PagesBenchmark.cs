using System.Diagnostics;
using System.Globalization;
using System.Net;
using Academy.Testing;

namespace Academy.Benchmarks;

/// <summary>Start, memory, how many homes of a learner the site draws a second beside an endpoint that does nothing, and a full house.</summary>
internal static class PagesBenchmark
{
    private const int Visitors = 8;
    private const int Learners = 600;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FullHouse = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(10);
    private static readonly string[] Walk = ["/", "/track", "/projects/hello", "/skills"];

    public static async Task RunAsync()
    {
        await using var site = await DemoSite.StartAsync();
        await site.CloneAsync("hello");

        var start = new Timings("start, with data, until it is ready");
        for (var i = 0; i < 5; i++) await start.MeasureAsync(site.RestartAsync);
        start.Print();
        Say($"memory at rest                                {site.Memory / 1048576.0,7:0} MB");

        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        await browser.SignInAsync(DemoSite.Learner);
        await CountAsync(browser, "/health/live", TimeSpan.FromSeconds(2));
        await CountAsync(browser, "/", TimeSpan.FromSeconds(2));
        var empty = await CountAsync(browser, "/health/live", Long);
        var home = await CountAsync(browser, "/", Long);
        Say($"empty endpoint                                {empty,7:0} answers/s");
        Say($"learner's home                                {home,7:0} pages/s   ratio {home / empty:0.00}");

        await FillTheHouseAsync(browser);
        Say($"memory after {Learners} learners                     {site.Memory / 1048576.0,7:0} MB");
    }

    /// <summary>Everybody opens a page, reads it for some seconds, and opens the next.</summary>
    private static async Task FillTheHouseAsync(HttpClient browser)
    {
        var pages = new Timings($"a page, {Learners} learners at once");
        var errors = 0;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Learners).Select(async learner =>
        {
            var random = new Random(learner);
            for (var step = learner; ; step++)
            {
                await Task.Delay(random.NextDouble() * LongestReading);
                if (Stopwatch.GetElapsedTime(began) > FullHouse) return;

                var asked = Stopwatch.GetTimestamp();
                using var answer = await browser.GetAsync(Walk[step % Walk.Length]);
                await answer.Content.ReadAsByteArrayAsync();
                lock (pages) pages.Add(Stopwatch.GetElapsedTime(asked));
                if (answer.StatusCode != HttpStatusCode.OK) Interlocked.Increment(ref errors);
            }
        }));
        pages.Print();
        Say($"errors                                        {errors,7}");
    }

    private static async Task<double> CountAsync(HttpClient browser, string path, TimeSpan time)
    {
        var answers = 0;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Visitors).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(began) < time)
            {
                using var answer = await browser.GetAsync(path);
                if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{path}: {answer.StatusCode}");
                await answer.Content.ReadAsByteArrayAsync();
                Interlocked.Increment(ref answers);
            }
        }));
        return answers / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
