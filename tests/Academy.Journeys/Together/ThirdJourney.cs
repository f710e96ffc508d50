using System.Text.RegularExpressions;
using Academy.Evaluations.Jobs;
using Microsoft.Playwright;
using static Academy.Journeys.Together.Steps;
using static Microsoft.Playwright.Assertions;

namespace Academy.Journeys.Together;

/// <summary>Two peers see the same work quite differently, so a mentor looks at it as well.</summary>
[Collection(PeersCollection.Name)]
public sealed class ThirdJourney(PeersFixture fixture)
{
    [Fact]
    public async Task Two_who_differ_widely_are_joined_by_a_mentor_and_the_value_in_the_middle_counts()
    {
        await fixture.BeginDayAsync();
        var ana = await fixture.Site.LearnerAsync("Ana Lopes", "journal-de-bord", "ma-page");
        var eva = await fixture.Site.LearnerAsync("Eva Blanc", PeersFixture.TwoPeers);
        var ugo = await fixture.Site.LearnerAsync("Ugo Vidal", PeersFixture.TwoPeers);
        var learner = await fixture.SignInAsync(ana.Email, Phone);
        var generous = await fixture.SignInAsync(eva.Email, Phone);
        var strict = await fixture.SignInAsync(ugo.Email, Phone);
        var mentor = await fixture.SignInAsync("mentor@demo.academy", Phone);
        var work = await fixture.Site.PassAsync(ana, PeersFixture.TwoPeers, "panier");

        await generous.OpenHourAsync(fixture.Clock.GetUtcNow(), "14:00", "14:30");
        await strict.OpenHourAsync(fixture.Clock.GetUtcNow(), "15:00", "15:30");
        await learner.HandInAsync(work.AttemptId);
        await learner.BookAsync(work.AttemptId, "14:00");
        await Station.CheckAsync(learner, "troisieme-une-sur-deux");
        await learner.BookAsync(work.AttemptId, "15:00");

        await MeetAsync(generous, fixture.Today(14));
        await generous.AnswerAllAsync();
        await SayAsync(generous, "Tout est clair, et tu sais l’expliquer.");
        await learner.GotoAsync($"/marks/{work.AttemptId}");
        await Expect(learner.GetByText("1 sur 2")).ToBeVisibleAsync();
        await Station.CheckAsync(learner, "troisieme-premiere-rendue");

        await MeetAsync(strict, fixture.Today(15));
        await strict.AnswerAllAsync(best: false);
        await SayAsync(strict, "Je n’ai compris aucun de tes choix.");
        await learner.GotoAsync($"/attempts/{work.AttemptId}/evaluations");
        await Station.CheckByDayAndNightAsync(learner, "troisieme-attendue");
        await Expect(learner.GetByText("mentor").First).ToBeVisibleAsync();

        // Nobody has to look for the mentor: whoever opens a time is found.
        await mentor.OpenHourAsync(fixture.Clock.GetUtcNow(), "19:00", "19:30");
        await fixture.RunAsync(EvaluationJobs.Match);
        await mentor.GotoAsync("/appointments");
        await mentor.ReloadUntilAsync("Ouvrir la relecture");
        await MeetAsync(mentor, fixture.Today(19));
        await mentor.AnswerAllAsync();
        await mentor.Locator("fieldset.criterion").First.GetByRole(AriaRole.Radio).First.CheckAsync();
        await SayAsync(mentor, "Solide, sauf le premier point.");

        await learner.GotoAsync($"/marks/{work.AttemptId}");
        await Expect(learner.GetByText(new Regex("Ta note\\s: 91\\s%"))).ToBeVisibleAsync();
        var rows = learner.GetByRole(AriaRole.Row);
        await Expect(rows.Nth(1).GetByRole(AriaRole.Cell)).ToHaveTextAsync(["Oui", "Non", "Non"]);
        await Station.CheckByDayAndNightAsync(learner, "troisieme-note");
    }

    /// <summary>A quarter of an hour before, the evaluator opens the rubric; the clock stands at the beginning.</summary>
    private async Task MeetAsync(IPage evaluator, DateTimeOffset at)
    {
        fixture.Clock.GoTo(at.AddMinutes(-15));
        await fixture.RunAsync(EvaluationJobs.Keep);
        await evaluator.GotoAsync("/appointments");
        await evaluator.ReloadUntilAsync("Ana Lopes");
        fixture.Clock.GoTo(at.AddMinutes(1));
        await evaluator.FollowAsync("Ouvrir la relecture");
        await Expect(evaluator.Locator("fieldset.criterion").First).ToBeVisibleAsync();
    }

    private static async Task SayAsync(IPage evaluator, string remark)
    {
        await evaluator.GetByLabel("Un mot pour la personne").FillAsync(remark);
        await evaluator.PressAsync("Rendre la relecture");
        await Expect(evaluator.GetByText("Merci : la relecture est rendue.")).ToBeVisibleAsync();
    }
}
