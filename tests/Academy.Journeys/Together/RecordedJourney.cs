using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Academy.Journeys.Together.Steps;
using static Microsoft.Playwright.Assertions;

namespace Academy.Journeys.Together;

/// <summary>No hour fits: a defence in writing, evaluated by somebody whose browser runs no JavaScript.</summary>
[Collection(PeersCollection.Name)]
public sealed class RecordedJourney(PeersFixture fixture)
{
    [Fact]
    public async Task A_written_defence_is_taken_and_evaluated_without_javascript()
    {
        await fixture.BeginDayAsync();
        var tom = await fixture.Site.LearnerAsync("Tom Petit", "panier");
        var aya = await fixture.Site.LearnerAsync("Aya Diallo", "journal-de-bord", "ma-page");
        var learner = await fixture.SignInAsync(aya.Email, Phone);
        var evaluator = await fixture.SignInAsync(tom.Email, Phone, javaScript: false);
        var work = await fixture.Site.PassAsync(aya, "panier");

        await learner.HandInAsync(work.AttemptId);
        await learner.FollowAsync("Enregistrer ou écrire ta soutenance");
        await Station.CheckAsync(learner, "ecrit-soutenance");
        await learner.GetByLabel("Ou par écrit").FillAsync("J’ai gardé les prix en centimes entiers.\n\nLe plus dur : les remises.");
        await learner.PressAsync("Envoyer");
        await Expect(learner.GetByText("Ta soutenance est arrivée.")).ToBeVisibleAsync();
        await Station.CheckAsync(learner, "ecrit-envoyee");

        await evaluator.GotoAsync("/appointments");
        await Expect(evaluator.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Aya");
        await Station.LookAsync(evaluator, "ecrit-a-prendre");
        await evaluator.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^La prendre") }).ClickAsync();
        await Expect(evaluator.GetByText("Elle est à toi.")).ToBeVisibleAsync();
        await evaluator.FollowAsync("Ouvrir la relecture");
        await Expect(evaluator.GetByText("Le plus dur : les remises.")).ToBeVisibleAsync();

        // Saved by hand, since nothing saves as one types; then a comment on a line.
        await evaluator.AnswerAllAsync();
        await evaluator.PressAsync("Enregistrer et continuer plus tard");
        await Expect(evaluator.GetByText("Enregistré. Tu peux continuer quand tu veux.")).ToBeVisibleAsync();
        await Station.LookAsync(evaluator, "ecrit-grille");
        await evaluator.FollowAsync("Lire le code");
        await evaluator.GetByRole(AriaRole.Link, new() { Name = "Commenter la ligne 1", Exact = true }).ClickAsync();
        await evaluator.GetByLabel("À propos de la ligne 1", new() { Exact = true }).FillAsync("Un nom qui dit tout.");
        await evaluator.PressAsync("Garder le commentaire");
        await Expect(evaluator.GetByText("Un nom qui dit tout.")).ToBeVisibleAsync();

        // Handed in without a word to the person it is refused, and nothing is lost.
        await evaluator.FollowAsync("Vers la grille");
        await evaluator.PressAsync("Rendre la relecture");
        await Expect(evaluator.GetByText("Écris quelques mots à la personne")).ToBeVisibleAsync();
        await Station.LookAsync(evaluator, "ecrit-refusee");
        await evaluator.GetByLabel("Un mot pour la personne").FillAsync("Très clair. Essaie maintenant de nommer les remises.");
        await evaluator.PressAsync("Rendre la relecture");
        await Expect(evaluator.GetByText("Merci : la relecture est rendue.")).ToBeVisibleAsync();

        await learner.GotoAsync($"/marks/{work.AttemptId}");
        await Expect(learner.GetByText(new Regex("Ta note\\s: 100\\s%"))).ToBeVisibleAsync();
        await Station.CheckAsync(learner, "ecrit-note");
    }
}
