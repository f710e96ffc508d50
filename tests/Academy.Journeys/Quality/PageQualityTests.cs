using System.Text.RegularExpressions;
using Academy.Testing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Journeys.Quality;

/// <summary>What DESIGN asks of every page: axe finds nothing, 320 px are enough, the keyboard is enough, JavaScript is not needed, it is light.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageQualityTests(BrowserFixture fixture)
{
    private const int MaxBytes = 60_000;
    private const int MaxRequests = 10;

    public static TheoryData<string?, string> Pages => new()
    {
        { null, "/welcome" },
        { null, "/account/sign-in" },
        { null, "/account/forgotten-password" },
        { null, "/error/404" },
        { "apprenant@demo.academy", "/" },
        { "apprenant@demo.academy", "/track" },
        { "apprenant@demo.academy", "/projects/premiers-pas" },
        { "apprenant@demo.academy", "/projects/ma-page" },
        { "apprenant@demo.academy", "/projects/releves-meteo" },
        { "apprenant@demo.academy", "/skills" },
        { "apprenant@demo.academy", "/achievements" },
        { "apprenant@demo.academy", "/public-profile" },
        { "apprenant@demo.academy", "/account/profile" },
        { "apprenant@demo.academy", "/account/security" },
        { "apprenant@demo.academy", "/account/tokens" },
        { "apprenant@demo.academy", "{attempt}" },
        { "apprenant@demo.academy", "{attempt}/files" },
        { "apprenant@demo.academy", "{attempt}/history" },
        { "apprenant@demo.academy", "{attempt}/external" },
        { "apprenant@demo.academy", "{commit}" },
        { "apprenant@demo.academy", "{grading}" },
        { "formateur@demo.academy", "/" },
        { "formateur@demo.academy", "/admin/content" },
        { "formateur@demo.academy", "/admin/regrades" },
        { "admin@demo.academy", "/admin/gradings" },
        { "admin@demo.academy", "/admin/people" },
        { "admin@demo.academy", "/admin/invitations" },
        { "admin@demo.academy", "/admin/operations" },
        { "admin@demo.academy", "/admin/audit" },
        { "camille", "/appointments" },
        { "camille", "{work}" },
        { "camille", "{result}" },
        { "camille", "{result}/code/src/panier.js" },
        { "camille", "/points" },
        { "camille", "/notices" },
        { "camille", "/notices/choices" },
        { "camille", "/pace" },
        { "camille", "/rules" },
        { "alix", "{waiting}/evaluations" },
        { "alix", "{waiting}/recording" },
        { "alix", "{team}" },
        { "billie", "{mark}" },
        { "maxime", "{ask}" },
        { "maxime", "{help}" },
        { "maxime", "{stuck}/give-up" },
        { "sami", "{rubric}" },
        { "sami", "{rubric}/code/src/panier.js" },
        { "sami", "/evaluations/times" },
        { "sami", "/evaluations/mine" },
        { "mentor@demo.academy", "/help" },
        { "mentor@demo.academy", "/judging" },
        { "mentor@demo.academy", "/evaluations/incidents" },
        { "formateur@demo.academy", "{mark}" },
        { "formateur@demo.academy", "{mark}/calibration" },
        { "formateur@demo.academy", "/judging/circles" },
        { "formateur@demo.academy", "/judging/calibrations" },
        { "programme@demo.academy", "/learners" },
        { "programme@demo.academy", "{learner}" },
        { "admin@demo.academy", "/admin/households" },
        { "admin@demo.academy", "{household}" },
        { "admin@demo.academy", "/admin/points?Input.Cost=3" },
        { "admin@demo.academy", "/admin/webhooks" },
        { "admin@demo.academy", "{webhook}" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task Is_clean_for_axe_by_day_and_by_night_and_fits_on_320_pixels(string? email, string path)
    {
        var page = await OpenAsync(email, path);
        var picture = Regex.Replace(path, "[^a-z]+", "-");
        await AxeAsync(page, $"{path} by day", "tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        // Only the colours are others; with the picture taken, they are all there.
        await BrowserFixture.ShootAsync(page, $"1280{picture}-nuit");
        await AxeAsync(page, $"{path} by night", "rule", "color-contrast");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(320, 900);
        await Station.LookAsync(page, $"320{picture}");
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Says_everything_without_javascript(string? email, string path)
    {
        var with = await OpenAsync(email, path);
        var without = await OpenAsync(email, path, javaScript: false);

        var heading = without.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Expect(heading).ToHaveCountAsync(1);
        (await heading.InnerTextAsync()).ShouldBe(await with.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        (await LinksAsync(without)).ShouldBe(await LinksAsync(with), ignoreOrder: true);
        await with.Context.CloseAsync();
        await without.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Is_light_on_a_first_visit_and_can_be_walked_by_keyboard_with_a_visible_focus(string? email, string path)
    {
        var page = await fixture.PageOfAsync(await ResolveAsync(email));
        var requests = 0;
        var bytes = 0L;
        page.RequestFinished += (_, _) => Interlocked.Increment(ref requests);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        session.Event("Network.loadingFinished").OnEvent += (_, data) =>
            Interlocked.Add(ref bytes, (long)data!.Value.GetProperty("encodedDataLength").GetDouble());
        await page.GotoAsync((await ResolveAsync(path))!, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        requests.ShouldBeLessThanOrEqualTo(MaxRequests, path);
        bytes.ShouldBeInRange(1, MaxBytes, path);
        await WalkAsync(page, path);
        await page.Context.CloseAsync();
    }

    private static async Task WalkAsync(IPage page, string path)
    {
        var expected = await page.EvaluateAsync<int>(
            """
            [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
              .filter(e => e.checkVisibility() && !e.disabled && !e.closest("details:not([open]) > :not(summary)"))
              .filter((e, i, all) => e.type !== "radio" || all.findIndex(o => o.type === "radio" && o.name === e.name) === i).length
            """);

        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldContain("skip-link");
        var seen = 1;
        for (; seen < Math.Min(expected, 40); seen++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (at, visible) = await FocusAsync(page);
            if (at == "BODY") break;
            visible.ShouldBeTrue($"{path}: the focus on {at} cannot be seen");
        }

        // Radio buttons are one stop for all of a group.
        seen.ShouldBeGreaterThanOrEqualTo(Math.Min(expected, 40) - 3, path);
    }

    private static async Task AxeAsync(IPage page, string name, string type, params string[] rules)
    {
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = type, Values = [.. rules] } });
        found.Violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty(name);
    }

    private static async Task<(string At, bool Visible)> FocusAsync(IPage page)
    {
        var found = await page.EvaluateAsync<string[]>(
            """
            (() => {
              const e = document.activeElement;
              const ring = getComputedStyle(e);
              const around = getComputedStyle(e.closest("a, label, .node, .choice") ?? e);
              const has = (s) => (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none";
              const inside = [...e.querySelectorAll("*")].some((c) => has(getComputedStyle(c)) || parseFloat(getComputedStyle(c).strokeWidth) >= 2);
              return [e === document.body ? "BODY" : e.outerHTML.slice(0, 120), String(has(ring) || has(around) || inside)];
            })()
            """);
        return (found[0], found[1] == "true");
    }

    private static async Task<string[]> LinksAsync(IPage page) =>
        await page.EvalOnSelectorAllAsync<string[]>("main a[href]", "links => [...new Set(links.map(l => l.getAttribute('href')))]");

    private async Task<IPage> OpenAsync(string? email, string path, bool javaScript = true)
    {
        var page = await fixture.PageOfAsync(await ResolveAsync(email), javaScript);
        await page.GotoAsync((await ResolveAsync(path))!);
        return page;
    }

    /// <summary>The place, or the person, that a name stands for.</summary>
    private async Task<string?> ResolveAsync(string? name)
    {
        if (name is null || name.StartsWith('/') || name.Contains('@', StringComparison.Ordinal)) return name;

        var places = await fixture.PlacesAsync();
        var stands = places.Keys.First(place => name.StartsWith(place, StringComparison.Ordinal));
        return places[stands] + name[stands.Length..];
    }
}
