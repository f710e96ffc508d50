using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Academy.Journeys;

/// <summary>What is looked at wherever a journey stops.</summary>
internal static class Station
{
    private const int Wide = 1280;

    /// <summary>A picture, axe, and nothing beyond the edge of the screen.</summary>
    public static async Task CheckAsync(IPage page, string name)
    {
        await LookAsync(page, name);
        await AxeAsync(page, name, new AxeRunOptions());
    }

    /// <summary>The same, and once more by night on a wide screen, where only the colours are others.</summary>
    public static async Task CheckByDayAndNightAsync(IPage page, string name)
    {
        await CheckAsync(page, name);
        var size = page.ViewportSize!;
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.SetViewportSizeAsync(Wide, size.Height);
        await BrowserFixture.ShootAsync(page, $"{name}-nuit");
        await AxeAsync(page, $"{name} by night", new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } });
        await page.SetViewportSizeAsync(size.Width, size.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>What can be looked at without JavaScript: a picture, and that nothing is beyond the edge.</summary>
    public static async Task LookAsync(IPage page, string name)
    {
        await BrowserFixture.ShootAsync(page, name);
        (await page.EvaluateAsync<string[]>(
            """
            (() => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth) return [];
              return [...document.querySelectorAll("body *")]
                .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1).map(e => e.outerHTML.slice(0, 160));
            })()
            """)).ShouldBeEmpty(name);
    }

    private static async Task AxeAsync(IPage page, string name, AxeRunOptions options) =>
        (await page.RunAxe(options)).Violations
            .Select(v => $"{v.Id}: {v.Help} {string.Join(" ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty(name);
}
