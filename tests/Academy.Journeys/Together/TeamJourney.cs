using System.Text.RegularExpressions;
using Academy.Evaluations.Jobs;
using Academy.Testing;
using Microsoft.Playwright;
using static Academy.Journeys.Together.Steps;
using static Microsoft.Playwright.Assertions;

namespace Academy.Journeys.Together;

/// <summary>Three people on their phones: two make a project together, the third one evaluates it with them.</summary>
[Collection(PeersCollection.Name)]
public sealed partial class TeamJourney(PeersFixture fixture)
{
    private const string Project = "api-livres";

    [Fact]
    public async Task A_team_comes_together_pushes_hands_in_is_evaluated_and_levels_up()
    {
        await fixture.BeginDayAsync();
        var lea = await fixture.Site.LearnerAsync("Léa Marchand", "carnet-sql");
        var noe = await fixture.Site.LearnerAsync("Noé Perrin", "carnet-sql");
        var mael = await fixture.Site.LearnerAsync("Maël Roux", "carnet-sql", Project);
        var captain = await fixture.SignInAsync(lea.Email, Phone);
        var mate = await fixture.SignInAsync(noe.Email, Phone);
        var evaluator = await fixture.SignInAsync(mael.Email, Phone);
        var levelBefore = await LevelAsync(mate);

        var attempt = await GatherAsync(captain, mate);
        await BothPushAsync(captain, attempt, lea, noe);

        await captain.HandInAsync(attempt);
        await Station.CheckAsync(captain, "equipe-personne-de-libre");
        await evaluator.OpenHourAsync(fixture.Clock.GetUtcNow(), "14:00", "15:00");
        await Station.CheckAsync(evaluator, "equipe-creneaux");
        await captain.ReloadAsync();
        await Station.CheckByDayAndNightAsync(captain, "equipe-choisir");
        (await captain.ContentAsync()).ShouldNotContain("Maël");
        await captain.BookAsync(attempt, "14:00");
        await Station.CheckAsync(captain, "equipe-rendez-vous");

        var defence = await MeetAsync(captain, evaluator);
        await EvaluateAsync(evaluator, defence);
        await ReadAsync(captain, mate, attempt);

        // What it brought stands on the home of both.
        foreach (var page in (IPage[])[captain, mate]) await Until.TrueAsync(async () => await LevelAsync(page) > levelBefore, "a higher level");
        await Station.CheckByDayAndNightAsync(mate, "equipe-niveau");
    }

    /// <summary>One invites, the other one joins, the team starts.</summary>
    private static async Task<Guid> GatherAsync(IPage captain, IPage mate)
    {
        await captain.GotoAsync($"/projects/{Project}");
        await captain.PressAsync("Former une équipe");
        await Expect(captain).ToHaveURLAsync(new Regex("/attempts/[0-9a-f-]+"));
        var attempt = Guid.Parse(Id().Match(captain.Url).Value);
        await captain.GotoAsync($"/attempts/{attempt}/team");
        await captain.GetByLabel("Nom", new() { Exact = true }).FillAsync("Noé");
        await captain.PressAsync("Chercher");
        await Expect(captain.GetByRole(AriaRole.Button, new() { Name = "Inviter Noé Perrin" })).ToBeVisibleAsync();
        await Station.CheckAsync(captain, "equipe-inviter");
        await captain.PressAsync("Inviter Noé Perrin");
        await Expect(captain.GetByText("L’invitation est envoyée.")).ToBeVisibleAsync();

        await mate.GotoAsync("/");
        await mate.GetByRole(AriaRole.Link, new() { Name = "Léa Marchand t’invite" }).ClickAsync();
        await Station.CheckAsync(mate, "equipe-invitation");
        await mate.PressAsync("J’accepte");
        await Expect(mate.GetByText("Tu es dans l’équipe.")).ToBeVisibleAsync();

        await captain.ReloadAsync();
        await Station.CheckAsync(captain, "equipe-au-complet");
        await captain.PressAsync("Commencer à 2");
        await Expect(captain).ToHaveURLAsync(new Regex($"/attempts/{attempt}$"));
        await Station.CheckAsync(captain, "equipe-depot");
        return attempt;
    }

    /// <summary>Each writes one of the two files; together they pass.</summary>
    private static async Task BothPushAsync(IPage captain, Guid attempt, Somebody lea, Somebody noe)
    {
        var repository = await captain.CloneAddressAsync();
        using var hers = new GitClient();
        using var his = new GitClient();
        (his.Environment["GIT_AUTHOR_NAME"], his.Environment["GIT_COMMITTER_NAME"]) = ("Noé", "Noé");
        await hers.RunAsync(".", "clone", "--quiet", lea.At(repository), "work");
        await his.RunAsync(".", "clone", "--quiet", noe.At(repository), "work");

        Solution.CopyTo(Project, hers.PathOf("work"), "base.py");
        await hers.CommitAsync("work", "La base et ses règles");
        await hers.RunAsync("work", "push", "--quiet", "origin", "main");
        await his.RunAsync("work", "pull", "--quiet");
        Solution.CopyTo(Project, his.PathOf("work"), "api.py");
        await his.CommitAsync("work", "Les demandes et leurs réponses");
        var pushed = await his.TryAsync("work", "push", "origin", "main");
        pushed.ExitCode.ShouldBe(0, pushed.Errors);

        await captain.GotoAsync(WatchUrl().Match(pushed.Errors).Value);
        await Expect(captain.Locator(".verdict-title")).ToHaveTextAsync(new Regex("Réussi\\s: 100\\s%"));
        await captain.GotoAsync($"/attempts/{attempt}");
        await Expect(captain.GetByText("Les demandes et leurs réponses").First).ToBeVisibleAsync();
        await Station.CheckAsync(captain, "equipe-a-rendre");
    }

    /// <summary>A quarter of an hour before, both sides see each other and the way to the room; the address of the evaluation.</summary>
    private async Task<string> MeetAsync(IPage captain, IPage evaluator)
    {
        await evaluator.GotoAsync("/appointments");
        await Expect(evaluator.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Léa");
        await evaluator.FollowAsync("Ouvrir la relecture");
        await Expect(evaluator.GetByText("Prépare-toi")).ToBeVisibleAsync();
        await Station.CheckAsync(evaluator, "equipe-se-preparer");
        var defence = evaluator.Url;

        var appointment = fixture.Today(14);
        fixture.Clock.GoTo(appointment.AddMinutes(-15));
        await fixture.RunAsync(EvaluationJobs.Keep);
        await captain.ReloadUntilAsync("Maël Roux");
        await Expect(captain.GetByRole(AriaRole.Link, new() { Name = "Ouvrir la salle vidéo" })).ToBeVisibleAsync();
        await captain.GotoAsync("/");
        await Station.CheckAsync(captain, "equipe-aujourd-hui");
        await evaluator.GotoAsync("/appointments");
        await Expect(evaluator.GetByRole(AriaRole.Main)).ToContainTextAsync("Léa Marchand");
        await Station.CheckAsync(evaluator, "equipe-devoile");
        fixture.Clock.GoTo(appointment.AddMinutes(1));
        return defence;
    }

    private static async Task EvaluateAsync(IPage evaluator, string defence)
    {
        await evaluator.GotoAsync(defence);
        await Expect(evaluator.GetByRole(AriaRole.Heading, new() { Name = "Un petit changement en direct" })).ToBeVisibleAsync();
        await Station.CheckByDayAndNightAsync(evaluator, "equipe-grille");

        await evaluator.FollowAsync("Lire le code");
        await evaluator.GetByRole(AriaRole.Link, new() { Name = "base.py", Exact = true }).ClickAsync();
        await evaluator.GetByRole(AriaRole.Link, new() { Name = "Commenter la ligne 20", Exact = true }).ClickAsync();
        await Station.CheckAsync(evaluator, "equipe-code");
        await evaluator.GetByLabel("À propos de la ligne 20").FillAsync("Cette règle tient, même si l’API se trompe. Bravo.");
        await evaluator.PressAsync("Garder le commentaire");
        await Expect(evaluator.GetByText("Cette règle tient")).ToBeVisibleAsync();
        await Station.CheckByDayAndNightAsync(evaluator, "equipe-code-commente");

        await evaluator.FollowAsync("Vers la grille");
        await evaluator.AnswerAllAsync();
        await evaluator.GetByLabel("Un mot pour la personne").FillAsync("Vous expliquez tous les deux l’ensemble. Prochaine étape : des messages de commit plus précis.");
        await evaluator.PressAsync("Rendre la relecture");
        await Expect(evaluator.GetByText("Merci : la relecture est rendue.")).ToBeVisibleAsync();
        await Station.CheckAsync(evaluator, "equipe-rendue");
    }

    /// <summary>The team reads it, says how useful it was, and sees the mark.</summary>
    private static async Task ReadAsync(IPage captain, IPage mate, Guid attempt)
    {
        await captain.GotoAsync("/notices");
        await captain.ReloadUntilAsync("a été relu");
        await Station.CheckAsync(captain, "equipe-notifications");
        await captain.GetByRole(AriaRole.Button, new() { NameRegex = new("a été relu") }).First.ClickAsync();
        await Expect(captain.GetByText("Cette règle tient")).ToBeVisibleAsync();
        foreach (var question in (string[])["bienveillante", "précise", "utile"])
        {
            await captain.GetByRole(AriaRole.Group, new() { NameRegex = new(question) }).GetByRole(AriaRole.Radio).Last.CheckAsync();
        }

        await Station.CheckByDayAndNightAsync(captain, "equipe-resultat");
        await captain.PressAsync("Envoyer");
        await Expect(captain.GetByText("Merci")).ToBeVisibleAsync();

        await mate.GotoAsync($"/marks/{attempt}");
        await Expect(mate.GetByText(new Regex("Ta note\\s: 100\\s%"))).ToBeVisibleAsync();
        await Station.CheckByDayAndNightAsync(mate, "equipe-note");
    }

    private static async Task<int> LevelAsync(IPage page)
    {
        await page.GotoAsync("/");
        return int.Parse((await page.Locator(".level .ring text").First.TextContentAsync())!, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    [GeneratedRegex(@"http://\S+/attempts/\S+")]
    private static partial Regex WatchUrl();
}
