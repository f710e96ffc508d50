using System.Net;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Tests.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using static Academy.Evaluations.Tests.Pages.EvaluationSite;
using Work = Academy.Evaluations.Works.Work;

namespace Academy.Evaluations.Tests.Pages;

/// <summary>What staff see beside marks, and what they may do about it, without a script.</summary>
public sealed class StaffPageTests(EvaluationSite site) : IClassFixture<EvaluationSite>
{
    private const string Trainer = "formateur@demo.academy";

    private static readonly (string, string)[] Answers =
        [("Input.Answers[runs].Value", "1"), ("Input.Answers[readable].Value", "4"), ("Input.Remark", "Regarde les noms.")];

    [Fact]
    public async Task A_trainer_makes_a_calibration_work_and_an_evaluator_is_told_afterwards()
    {
        var attempt = await DecidedAsync();
        using var trainer = await site.Site.SignInAsync(Trainer);
        using var sacha = await site.Site.SignInAsync(Sacha);
        (await trainer.GetStringAsync($"/marks/{attempt}")).ShouldContain($"/marks/{attempt}/calibration");
        (await sacha.GetStringAsync($"/marks/{attempt}")).ShouldNotContain("Habitudes");

        using (var refused = await trainer.PostFormAsync($"/marks/{attempt}/calibration", [.. Answers, ("defence", "C'est Sacha.")]))
            WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain("nomme l’apprenant");
        using (var made = await trainer.PostFormAsync($"/marks/{attempt}/calibration", [.. Answers, ("defence", "J'ai commencé par le menu.")]))
            made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await trainer.GetStringAsync("/judging/calibrations")).ShouldContain("93\u00a0%");

        var ines = await site.IdAsync("Inès Garnier");
        var id = await site.RunAsync<AcademyDb, Guid>(async db =>
        {
            var now = site.Clock.GetUtcNow();
            var calibration = new Evaluation(attempt, ines, EvaluationKind.Calibration, now, now.AddHours(48), now, now);
            db.Add(calibration);
            await db.SaveChangesAsync();
            return calibration.Id;
        });
        using var evaluator = await site.Site.SignInAsync(Ines);
        var rubric = WebUtility.HtmlDecode(await evaluator.GetStringAsync($"/defences/{id}"));
        rubric.ShouldContain("J'ai commencé par le menu.");
        rubric.ShouldNotContain("étalon");
        rubric.ShouldNotContain("Morel");
        WebUtility.HtmlDecode(await evaluator.GetStringAsync("/appointments")).ShouldNotContain("étalon");

        using (var done = await evaluator.PostFormAsync($"/defences/{id}?handler=HandIn", [.. Answers, ("Input.Flag", "Ok"), ("Input.Number", "1")]))
            done.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var result = WebUtility.HtmlDecode(await evaluator.GetStringAsync($"/defences/{id}"));
        result.ShouldContain("C’était un travail étalon");
        result.ShouldContain("comme les autres");
        result.ShouldNotContain($"/marks/{attempt}");
        WebUtility.HtmlDecode(await evaluator.GetStringAsync("/evaluations/mine")).ShouldContain("Trop tôt pour le dire");
    }

    [Fact]
    public async Task Without_a_circle_the_page_says_so_and_a_decision_needs_one()
    {
        using var trainer = await site.Site.SignInAsync(Trainer);
        (await trainer.GetStringAsync("/judging")).ShouldContain("/judging/circles");
        WebUtility.HtmlDecode(await trainer.GetStringAsync("/judging/circles")).ShouldContain("Aucun cercle à regarder");

        using var refused = await trainer.PostFormAsync(
            "/judging/circles", SiteClients.Antiforgery(await trainer.GetStringAsync("/account/sign-out")), ("circle", "x"), ("decision", "nothing"), ("text", "Rien."));
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain("Ce cercle n’est plus là");
    }

    /// <summary>A work of Sacha's whose mark is told.</summary>
    private async Task<Guid> DecidedAsync()
    {
        var (attempt, commit) = await site.PassedAsync("Sacha Morel");
        var learner = await site.IdAsync("Sacha Morel");
        (await site.RunAsync<HandIn, Outcome>(h => h.RunAsync(attempt, commit, learner, CancellationToken.None))).Refusal.ShouldBeNull();
        var (id, evaluator) = await site.RunAsync<AcademyDb, (Guid, Guid)>(async db =>
        {
            var now = site.Clock.GetUtcNow();
            (await db.Set<Work>().SingleAsync(w => w.AttemptId == attempt)).Hold();
            var evaluation = new Evaluation(attempt, Guid.CreateVersion7(), EvaluationKind.Live, now, now.AddMinutes(30), now, now);
            evaluation.Reveal(now);
            db.Add(evaluation);
            await db.SaveChangesAsync();
            return (evaluation.Id, evaluation.EvaluatorId);
        });
        (await site.RunAsync<HandInEvaluation, Outcome>(h => h.RunAsync(id, evaluator, 1, Defences.Filled(1, 5), CancellationToken.None))).Refusal.ShouldBeNull();
        return attempt;
    }
}
