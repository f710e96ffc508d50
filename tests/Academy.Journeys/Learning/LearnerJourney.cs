using System.Text.RegularExpressions;
using Academy.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Journeys.Learning;

/// <summary>The main way: a learner signs in, takes a project, pushes with git, reads the verdict, levels up, and the next project opens.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class LearnerJourney(BrowserFixture fixture)
{
    private const string Learner = "apprenante2@demo.academy";

    [Fact]
    public async Task From_sign_in_to_level_up_in_french()
    {
        var page = await fixture.SignInAsync(Learner);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Bonjour Inès");
        await BrowserFixture.ShootAsync(page, "01-accueil");

        await page.GetByRole(AriaRole.Link, new() { Name = "Découvrir le projet" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/projects/premiers-pas$"));
        await BrowserFixture.ShootAsync(page, "02-projet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer le projet" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/attempts/[0-9a-f-]+$"));
        await BrowserFixture.ShootAsync(page, "03-mon-travail");
        var attempt = page.Url;

        // The address to clone is what the page shows, the password is the account's.
        var address = CloneUrl().Match(await page.ContentAsync()).Value;
        address.ShouldNotBeEmpty();
        using var git = new GitClient();
        await git.RunAsync(".", "clone", "--quiet", address.Replace("http://", $"http://{Uri.EscapeDataString(Learner)}:academie-demo@"), "work");

        // A wrong solution: the first script greets everybody alike.
        git.Write("work", "bonjour.sh", "echo 'Bonjour tout le monde'\n");
        await git.CommitAsync("work", "Premier essai");
        var pushed = await git.TryAsync("work", "push", "origin", "main");
        pushed.Errors.ShouldContain("Correction en cours");
        var watch = WatchUrl().Match(pushed.Errors).Value;
        watch.ShouldNotBeEmpty(pushed.Errors);

        await page.GotoAsync(watch);
        await Expect(page).ToHaveURLAsync(new Regex("/gradings/"));
        await Expect(page.Locator(".verdict-title")).ToHaveTextAsync(new Regex("Pas encore\\s: [0-9]+\\s%"));
        await Expect(page.Locator(".compare").First).ToBeVisibleAsync();
        await Expect(page.Locator(".compare del, .compare ins").First).ToBeVisibleAsync();
        await BrowserFixture.ShootAsync(page, "04-pas-encore");
        await BrowserFixture.ShootAsync(page, "04-pas-encore-en-haut", whole: false);

        // The right one, pushed while the learner looks at the page of the work.
        Solution.CopyTo("premiers-pas", git.PathOf("work"));
        await git.CommitAsync("work", "Tout réparer");
        pushed = await git.TryAsync("work", "push", "origin", "main");
        await page.GotoAsync(WatchUrl().Match(pushed.Errors).Value);
        await Expect(page.Locator(".verdict-title")).ToHaveTextAsync(new Regex("Réussi\\s: 100\\s%"));
        await Expect(page.Locator("[data-gain]")).ToContainTextAsync("+100 XP");
        await Expect(page.Locator("[data-gain]")).ToContainTextAsync("Niveau 1");
        await Expect(page.Locator("[data-gain]").GetByRole(AriaRole.Link, new() { Name = "Journal de bord" })).ToBeVisibleAsync();
        await BrowserFixture.ShootAsync(page, "05-reussi");

        await page.GotoAsync("/");
        await Expect(page.GetByText("1 sur 8")).ToBeVisibleAsync();
        await BrowserFixture.ShootAsync(page, "06-accueil-niveau-1");
        await page.GotoAsync("/track");
        await BrowserFixture.ShootAsync(page, "07-parcours");
        await page.GotoAsync("/skills");
        await BrowserFixture.ShootAsync(page, "08-competences");
        await page.GotoAsync(attempt);
        await Expect(page.GetByText("Tout réparer").First).ToBeVisibleAsync();
        await BrowserFixture.ShootAsync(page, "09-historique");
    }

    [Fact]
    public async Task The_verdict_is_read_without_javascript_too()
    {
        var enzo = await fixture.Site.LearnerAsync("Enzo Lacroix");
        var page = await fixture.SignInAsync(enzo.Email, width: 360, javaScript: false);
        await page.GotoAsync("/projects/premiers-pas");
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer le projet" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/attempts/"));
        using var git = new GitClient();
        var address = CloneUrl().Match(await page.ContentAsync()).Value;
        await git.RunAsync(".", "clone", "--quiet", enzo.At(address), "work");
        git.Write("work", "bonjour.sh", "echo non\n");
        await git.CommitAsync("work", "Essai");
        var pushed = await git.TryAsync("work", "push", "origin", "main");

        await page.GotoAsync(WatchUrl().Match(pushed.Errors).Value);

        // The page refreshes itself until the verdict is there.
        await Expect(page.Locator(".verdict-title")).ToHaveTextAsync(new Regex("Pas encore\\s: [0-9]+\\s%"));
        await BrowserFixture.ShootAsync(page, "10-telephone-sans-javascript");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/git/[a-z0-9-]+/[a-z0-9-]+\.git")]
    private static partial Regex CloneUrl();

    [GeneratedRegex(@"http://\S+/attempts/\S+")]
    private static partial Regex WatchUrl();
}
