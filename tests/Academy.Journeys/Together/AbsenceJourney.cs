using System.Text.RegularExpressions;
using Academy.Evaluations.Jobs;
using Microsoft.Playwright;
using static Academy.Journeys.Together.Steps;
using static Microsoft.Playwright.Assertions;

namespace Academy.Journeys.Together;

/// <summary>An evaluator does not come: the rules act by themselves, and the staff can take it back.</summary>
[Collection(PeersCollection.Name)]
public sealed class AbsenceJourney(PeersFixture fixture)
{
    [Fact]
    public async Task Who_did_not_come_loses_a_point_until_a_mentor_takes_it_back()
    {
        await fixture.BeginDayAsync();
        var ali = await fixture.Site.LearnerAsync("Ali Haddad", "panier");
        var zoe = await fixture.Site.LearnerAsync("Zoé Faure", "journal-de-bord", "ma-page");
        var evaluator = await fixture.SignInAsync(ali.Email);
        var learner = await fixture.SignInAsync(zoe.Email, Phone);
        var work = await fixture.Site.PassAsync(zoe, "panier");

        await DrawAsync(evaluator);
        await learner.HandInAsync(work.AttemptId);
        await learner.BookAsync(work.AttemptId, "14:15");
        var before = await PointsAsync(evaluator);

        // Both are told in time who the other is. Then the time has come, and nobody is there; five minutes are given to them.
        fixture.Clock.GoTo(fixture.Today(14).AddMinutes(1));
        await fixture.RunAsync(EvaluationJobs.Keep);
        await learner.GotoAsync("/appointments");
        await learner.ReloadUntilAsync("Ali Haddad");
        fixture.Clock.GoTo(fixture.Today(14).AddMinutes(16));
        await learner.ReloadAsync();
        await Expect(learner.GetByText("L’autre personne n’est pas là")).ToHaveCountAsync(0);
        fixture.Clock.GoTo(fixture.Today(14).AddMinutes(22));
        await learner.ReloadAsync();
        await learner.GetByText("L’autre personne n’est pas là").ClickAsync();
        await Station.CheckAsync(learner, "absence-signaler");
        await learner.GetByRole(AriaRole.Button, new() { Name = "Personne n’est venu" }).ClickAsync();
        await Expect(learner.GetByText("Merci d’avoir été là.")).ToBeVisibleAsync();
        await learner.GotoAsync($"/attempts/{work.AttemptId}/evaluations");
        await Expect(learner.GetByText("Tu es en tête de la file")).ToBeVisibleAsync();
        await Station.CheckAsync(learner, "absence-en-tete");

        (await PointsAsync(evaluator)).ShouldBe(before - 1);
        await Station.CheckAsync(evaluator, "absence-point-perdu");

        // It was a misunderstanding: a mentor takes it back.
        var mentor = await fixture.SignInAsync("mentor@demo.academy", Phone);
        await mentor.GotoAsync("/evaluations/incidents");
        await Station.CheckAsync(mentor, "absence-decisions");
        await mentor.GetByRole(AriaRole.Row, new() { NameRegex = new("Ali Haddad") }).GetByRole(AriaRole.Button, new() { Name = "Annuler la décision" }).ClickAsync();
        await Expect(mentor.GetByText("C’est annulé.")).ToBeVisibleAsync();
        (await PointsAsync(evaluator)).ShouldBe(before);
        await Station.CheckAsync(evaluator, "absence-point-rendu");
        await evaluator.GotoAsync("/notices");
        await evaluator.ReloadUntilAsync("Une décision te concernant est annulée");
    }

    /// <summary>Draws with the mouse over an hour of the week, and ticks one more box with the keyboard.</summary>
    private async Task DrawAsync(IPage evaluator)
    {
        await evaluator.GotoAsync($"/evaluations/times?week={fixture.Today(12):yyyy-MM-dd}");
        var boxes = evaluator.GetByRole(AriaRole.Checkbox, new() { NameRegex = new($" {fixture.Today(12).Day}, 1[45]:") });
        await boxes.First.HoverAsync();
        await evaluator.Mouse.DownAsync();
        for (var i = 1; i < 4; i++) await boxes.Nth(i).HoverAsync();
        await evaluator.Mouse.UpAsync();
        for (var i = 0; i < 4; i++) await Expect(boxes.Nth(i)).ToBeCheckedAsync();
        await boxes.Nth(4).FocusAsync();
        await evaluator.Keyboard.PressAsync("Space");
        await evaluator.PressAsync("Enregistrer la semaine");
        await Expect(evaluator.GetByText("Ta semaine est enregistrée.")).ToBeVisibleAsync();
        await Expect(evaluator.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("1[45]:"), Checked = true })).ToHaveCountAsync(5);
        await Station.CheckByDayAndNightAsync(evaluator, "absence-semaine");
    }

    private static async Task<int> PointsAsync(IPage page)
    {
        await page.GotoAsync("/points");
        var said = await page.Locator(".stat dd").First.InnerTextAsync();
        return int.Parse(Regex.Match(said, "[0-9]+").Value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
