using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Academy.Kernel.Web;

namespace Academy.Benchmarks;

/// <summary>How many homes of a learner the site draws a second, beside an endpoint that does nothing.</summary>
internal static partial class PagesBenchmark
{
    private const int Visitors = 8;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    public static async Task RunAsync()
    {
        await using var site = await DemoSite.StartAsync();
        await site.CloneAsync("hello");
        using var browser = await SignInAsync(site.Address);

        await CountAsync(browser, "/health/live", TimeSpan.FromSeconds(2));
        await CountAsync(browser, "/", TimeSpan.FromSeconds(2));
        var empty = await CountAsync(browser, "/health/live", Long);
        var home = await CountAsync(browser, "/", Long);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"empty endpoint                {empty,8:0} answers/s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"learner's home                {home,8:0} pages/s   ratio {home / empty:0.00}"));
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

    private static async Task<HttpClient> SignInAsync(Uri address)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        var form = await browser.GetStringAsync("/account/sign-in");
        var answer = await browser.PostAsync("/account/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Email"] = DemoSite.Learner,
            ["Input.Password"] = DemoOptions.Password,
            ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
        }));
        if (answer.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"Sign-in: {answer.StatusCode}");
        return browser;
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
