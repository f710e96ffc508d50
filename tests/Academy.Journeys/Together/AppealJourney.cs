using System.Text.RegularExpressions;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Recorded;
using Academy.Evaluations.Works;
using Academy.Kernel.Outcomes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Academy.Journeys.Together.Steps;
using static Microsoft.Playwright.Assertions;

namespace Academy.Journeys.Together;

/// <summary>A learner finds a mark unfair, and somebody who had no part in it agrees.</summary>
[Collection(PeersCollection.Name)]
public sealed class AppealJourney(PeersFixture fixture)
{
    [Fact]
    public async Task An_appeal_that_is_upheld_changes_the_mark_and_comes_back()
    {
        await fixture.BeginDayAsync();
        var max = await fixture.Site.LearnerAsync("Max Aubert", "panier");
        var lou = await fixture.Site.LearnerAsync("Lou Garcia", "journal-de-bord", "ma-page");
        var attempt = await EvaluatedBadlyAsync(lou, max);
        var learner = await fixture.SignInAsync(lou.Email, Phone);
        var judge = await fixture.SignInAsync("formateur@demo.academy", Phone);

        await learner.GotoAsync($"/marks/{attempt}");
        await Expect(learner.GetByText(new Regex("Ta note\\s: 50\\s%"))).ToBeVisibleAsync();
        await AppealAsync(learner, "La dernière question n’a pas été posée : je l’aurais expliquée.", "appel-ecrire");
        await Expect(learner.GetByText("Ton appel est parti.")).ToBeVisibleAsync();
        await Station.CheckAsync(learner, "appel-en-cours");

        await judge.GotoAsync("/judging");
        await Station.CheckAsync(judge, "appel-a-juger");
        await judge.GetByRole(AriaRole.Region, new() { Name = "À décider" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(judge.GetByText("La dernière question n’a pas été posée")).ToBeVisibleAsync();
        await judge.GetByLabel("Accepté : une autre note").CheckAsync();
        await judge.GetByLabel("La note désormais, en pour cent").FillAsync("85");
        await judge.GetByLabel("Pourquoi ? L’apprenant le lira.").FillAsync("Le dossier lui donne raison.");
        await Station.CheckByDayAndNightAsync(judge, "appel-dossier");
        await judge.PressAsync("Juger l’appel");
        await Expect(judge.GetByText("L’appel est jugé.")).ToBeVisibleAsync();
        await judge.GotoAsync("/judging");
        await Expect(judge.GetByRole(AriaRole.Region, new() { Name = "Chaque changement de note" })).ToContainTextAsync("50 % → 85 %");
        await Station.CheckAsync(judge, "appel-journal");

        await learner.ReloadAsync();
        await Expect(learner.GetByText(new Regex("Ta note\\s: 85\\s%"))).ToBeVisibleAsync();
        await Expect(learner.GetByText("Le dossier lui donne raison.").First).ToBeVisibleAsync();
        await Station.CheckAsync(learner, "appel-accepte");

        // The token is back: another appeal is possible; while that one is open, no third.
        await AppealAsync(learner, "Et le petit changement ?", null);
        await Expect(learner.GetByText("Ton appel est parti.")).ToBeVisibleAsync();
        await Expect(learner.GetByText("Je trouve cette note injuste")).ToHaveCountAsync(0);
    }

    private static async Task AppealAsync(IPage learner, string text, string? station)
    {
        await learner.GetByText("Je trouve cette note injuste").ClickAsync();
        await learner.GetByLabel("Que faut-il revoir, et pourquoi ?").FillAsync(text);
        if (station is not null) await Station.CheckAsync(learner, station);
        await learner.PressAsync("Faire appel");
    }

    /// <summary>A written defence of which every answer was the worst one: the grader's half is what is left.</summary>
    private async Task<Guid> EvaluatedBadlyAsync(Somebody learner, Somebody evaluator)
    {
        var work = await fixture.Site.PassAsync(learner, "panier");
        await DoneAsync<HandIn>(h => h.RunAsync(work.AttemptId, work.Commit, learner.Id, CancellationToken.None));
        await DoneAsync<SendRecording>(s => s.RunAsync(work.AttemptId, new RecordingWish(null, "Voici mes choix.", null, null), learner.Id, CancellationToken.None));
        var taken = await fixture.Site.RunAsync<TakeRecording, Outcome<Guid>>(t => t.RunAsync(work.AttemptId, evaluator.Id, CancellationToken.None));
        taken.Refusal.ShouldBeNull();
        var rubric = fixture.Site.Services.GetRequiredService<ICurriculum>().Current!.Projects["panier"].Evaluation!.Rubric;
        var sheet = new Sheet(rubric.Criteria.ToDictionary(c => c.Id, _ => new Answer(0, "")), EvaluationFlag.Ok, "Rien ne va.", []);
        await DoneAsync<HandInEvaluation>(h => h.RunAsync(taken.Value, evaluator.Id, 1, sheet, CancellationToken.None));
        return work.AttemptId;
    }

    private async Task DoneAsync<TUseCase>(Func<TUseCase, Task<Outcome>> use) where TUseCase : notnull =>
        (await fixture.Site.RunAsync(use)).Refusal.ShouldBeNull();
}
