using System.Text.RegularExpressions;
using Academy.Testing;
using Microsoft.Playwright;
using static Academy.Journeys.Together.Steps;
using static Microsoft.Playwright.Assertions;

namespace Academy.Journeys.Together;

/// <summary>A learner is stuck on a line; a mentor keeps the question for themselves while they prepare an answer.</summary>
[Collection(PeersCollection.Name)]
public sealed class HelpJourney(PeersFixture fixture)
{
    [Fact]
    public async Task A_question_about_a_line_is_kept_answered_and_solved()
    {
        await fixture.BeginDayAsync();
        var rose = await fixture.Site.LearnerAsync("Rose Lambert");
        var work = await Work.BeginAsync(fixture.Site, rose.Email, "premiers-pas");
        var learner = await fixture.SignInAsync(rose.Email, Phone);
        var mentor = await fixture.SignInAsync("mentor@demo.academy", Phone);

        await learner.GotoAsync($"/attempts/{work.AttemptId}/files/bonjour.sh");
        await Station.CheckAsync(learner, "aide-fichier");
        await learner.GetByLabel("Bloqué sur une ligne ?").FillAsync("1");
        await learner.PressAsync("Je suis bloqué ici");
        await Expect(learner.GetByText("echo")).ToBeVisibleAsync();
        await learner.GetByLabel("Ta question").FillAsync("Je veux saluer par le prénom :\n\n```\necho 'Bonjour tout le monde'\n```\n\nMais c’est toujours pareil.");
        await Station.CheckAsync(learner, "aide-demander");
        await learner.PressAsync("Demander à un mentor");
        await Expect(learner.GetByText("Les mentors sont prévenus.")).ToBeVisibleAsync();
        await Station.CheckAsync(learner, "aide-en-attente");

        await mentor.GotoAsync("/help");
        await Station.CheckAsync(mentor, "aide-file");
        await mentor.GetByRole(AriaRole.Link, new() { NameRegex = new("Rose Lambert") }).ClickAsync();
        await mentor.PressAsync("Je m’en charge");
        await Expect(mentor.GetByText("Laisser quelqu’un d’autre s’en charger")).ToBeVisibleAsync();
        await learner.ReloadAsync();
        await Expect(learner.GetByText("Yanis Lefèvre prépare une réponse.")).ToBeVisibleAsync();
        await mentor.GetByLabel("Ta réponse").FillAsync("Que contient `$1` quand tu lances `bash bonjour.sh Rose` ?");
        await Station.CheckByDayAndNightAsync(mentor, "aide-repondre");
        await mentor.PressAsync("Envoyer");
        await Expect(mentor.GetByText("Que contient")).ToBeVisibleAsync();

        await learner.GotoAsync("/notices");
        await learner.ReloadUntilAsync("Yanis Lefèvre");
        await learner.GetByRole(AriaRole.Button, new() { NameRegex = new("Yanis Lefèvre") }).First.ClickAsync();
        await Expect(learner.GetByText("Que contient")).ToBeVisibleAsync();
        await Station.CheckAsync(learner, "aide-reponse");
        await learner.PressAsync("Je ne suis plus bloqué");
        await Expect(learner.GetByText("Résolu")).ToBeVisibleAsync();
        await Station.CheckAsync(learner, "aide-resolu");
        await mentor.GotoAsync("/help");
        await Expect(mentor.GetByRole(AriaRole.Link, new() { NameRegex = new("Rose Lambert") })).ToHaveCountAsync(0);
    }
}
