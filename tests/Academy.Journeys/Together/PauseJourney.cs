using System.Text.RegularExpressions;
using Academy.Testing;
using Microsoft.Playwright;
using static Academy.Journeys.Together.Steps;
using static Microsoft.Playwright.Assertions;

namespace Academy.Journeys.Together;

/// <summary>Somebody needs time, takes it without a reason, and finds the way back.</summary>
[Collection(PeersCollection.Name)]
public sealed class PauseJourney(PeersFixture fixture)
{
    [Fact]
    public async Task A_pause_in_two_taps_and_a_way_back_of_twenty_minutes()
    {
        await fixture.BeginDayAsync();
        var jade = await fixture.Site.LearnerAsync("Jade Roche", "premiers-pas");
        var theo = await fixture.Site.LearnerAsync("Théo Blin", "premiers-pas");
        var page = await fixture.SignInAsync(jade.Email, Phone);
        var peer = await fixture.SignInAsync(theo.Email, Phone);
        await peer.GotoAsync("/pace");
        await peer.GetByLabel("Tes mots").FillAsync("Contente de te revoir. On avance à petits pas, viens dire bonjour.");
        await peer.GetByRole(AriaRole.Region, new() { Name = "J’accueille" }).GetByRole(AriaRole.Button).ClickAsync();

        // One tap, two taps.
        await page.GotoAsync("/");
        await page.FollowAsync("Mettre en pause");
        await page.PressAsync("Une semaine");
        await Expect(page.GetByText("Tu es en pause jusqu’au")).ToBeVisibleAsync();
        await Station.CheckByDayAndNightAsync(page, "pause-prise");
        await page.GotoAsync("/");
        await Station.CheckAsync(page, "pause-accueil");

        // Nine days later the pause has run out by itself; a peer is there.
        fixture.Clock.Advance(TimeSpan.FromDays(9));
        await peer.GotoAsync("/");
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Content de te revoir" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Théo Blin t’accueille")).ToBeVisibleAsync();
        await Station.CheckAsync(page, "pause-retour");
        await peer.GotoAsync("/notices");
        await peer.ReloadUntilAsync("Jade Roche");

        await TakeUpAgainAsync(page, jade);
        await page.GotoAsync("/");
        await page.PressAsync("Je suis de retour");
        await Expect(page.GetByText("Théo Blin t’accueille")).ToHaveCountAsync(0);
        await page.GotoAsync("/pace");
        await Expect(page.GetByText("À ce rythme")).ToBeVisibleAsync();
        await Station.CheckAsync(page, "pause-nouveau-plan");
    }

    /// <summary>The project of twenty minutes, to find one's hands again.</summary>
    private static async Task TakeUpAgainAsync(IPage page, Somebody learner)
    {
        await page.FollowAsync("Reprise");
        await page.PressAsync("Commencer le projet");
        await Expect(page).ToHaveURLAsync(new Regex("/attempts/[0-9a-f-]+$"));
        using var git = new GitClient();
        await git.RunAsync(".", "clone", "--quiet", learner.At(await page.CloneAddressAsync()), "work");
        Solution.CopyTo("reprise", git.PathOf("work"));
        await git.CommitAsync("work", "Me revoilà");
        await git.RunAsync("work", "push", "--quiet", "origin", "main");
        await page.ReloadUntilAsync("100 %");
    }
}
