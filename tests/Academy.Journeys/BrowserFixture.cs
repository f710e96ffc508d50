using System.Text.RegularExpressions;
using Academy.Journeys.Quality;
using Academy.Kernel.Web;
using Academy.Testing;
using Microsoft.Playwright;

namespace Academy.Journeys;

/// <summary>The site with the shipped curriculum, and one Chromium for all journeys.</summary>
public class BrowserFixture : IAsyncLifetime
{
    /// <summary>Milliseconds, as long as <see cref="Until"/> waits: a verdict on a busy machine takes its time.</summary>
    private const int Patience = 60_000;

    private readonly SemaphoreSlim _working = new(1);
    private IPlaywright _playwright = null!;
    private readonly Dictionary<string, string> _signedIn = [];
    private Work? _work;
    private Dictionary<string, string>? _places;

    public TestSite Site { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await StartSiteAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium-headless-shell",
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    protected virtual Task<TestSite> StartSiteAsync() => TestSite.StartAsync(("Content:Directory", TestPaths.Content));

    public virtual async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>A new visitor, in French unless told.</summary>
    public async Task<IPage> VisitAsync(
        int width = 1280, string language = "fr-FR", bool javaScript = true, string? state = null)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Site.Address.ToString(),
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            ColorScheme = ColorScheme.Light,
            StorageState = state,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>Signs in as one of the demo people, through the form; the page that follows.</summary>
    public async Task<IPage> SignInAsync(string email, int width = 1280, bool javaScript = true)
    {
        var page = await VisitAsync(width, javaScript: javaScript);
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("Adresse e-mail").FillAsync(email);
        await page.GetByLabel("Mot de passe", new PageGetByLabelOptions { Exact = true }).FillAsync(DemoOptions.Password);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Se connecter", Exact = true }).ClickAsync();
        // Asked again and again: an event that comes before one waits for it never comes again.
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("sign-in"));
        return page;
    }

    /// <summary>A page of somebody who signed in before; nobody for null. Nothing is in the browser's cache.</summary>
    public async Task<IPage> PageOfAsync(string? email, bool javaScript = true) =>
        await VisitAsync(javaScript: javaScript, state: email is null ? null : await StateOfAsync(email));

    private async Task<string> StateOfAsync(string email)
    {
        await _working.WaitAsync();
        try
        {
            if (_signedIn.TryGetValue(email, out var state)) return state;

            var page = await SignInAsync(email);
            state = _signedIn[email] = await page.Context.StorageStateAsync();
            await page.Context.CloseAsync();
            return state;
        }
        finally
        {
            _working.Release();
        }
    }

    /// <summary>An attempt of the first demo learner at the first project, with a graded push that fails in several ways; made once.</summary>
    public async Task<Work> WorkAsync()
    {
        await _working.WaitAsync();
        try
        {
            return _work ??= await Work.BeginAsync(Site, "apprenant@demo.academy", "premiers-pas");
        }
        finally
        {
            _working.Release();
        }
    }

    /// <summary>Where something is to be seen, and who sees it, by the names that stand for them; made once.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PlacesAsync()
    {
        var work = await WorkAsync();
        await _working.WaitAsync();
        try
        {
            return _places ??= new Dictionary<string, string>((await LearningTogether.BeginAsync(Site)).Places)
            {
                ["{attempt}"] = $"/attempts/{work.AttemptId}",
                ["{commit}"] = $"/attempts/{work.AttemptId}/commits/{work.Commit}",
                ["{grading}"] = $"/gradings/{work.GradingId}",
            };
        }
        finally
        {
            _working.Release();
        }
    }

    /// <summary>Keeps a picture for people to look at, under artifacts/screenshots.</summary>
    public static Task ShootAsync(IPage page, string name, bool whole = true) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(TestPaths.Root, "artifacts", "screenshots", $"{name}.png"),
        FullPage = whole,
    });
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
