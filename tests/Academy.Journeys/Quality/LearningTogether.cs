using Academy.Accounts.Households;
using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Notifications;
using Academy.Enrolment.Attempts;
using Academy.Evaluations.Absences;
using Academy.Evaluations.Appeals;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Helping;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Notifications.Webhooks;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Work = Academy.Evaluations.Works.Work;

namespace Academy.Journeys.Quality;

/// <summary>People in the midst of learning together, so that each of their pages has something on it.</summary>
internal sealed class LearningTogether
{
    private const string Project = "panier";

    private readonly TestSite _site;

    private LearningTogether(TestSite site) => _site = site;

    /// <summary>Mail addresses and places, by the names that stand in for them.</summary>
    public Dictionary<string, string> Places { get; } = [];

    public static async Task<LearningTogether> BeginAsync(TestSite site)
    {
        var together = new LearningTogether(site);
        var camille = await site.LearnerAsync("Camille Roy", "journal-de-bord", "ma-page");
        var billie = await site.LearnerAsync("Billie Simon", "journal-de-bord", "ma-page");
        var sami = await site.LearnerAsync("Sami Benoit", Project);
        together.Places["camille"] = camille.Email;
        together.Places["billie"] = billie.Email;
        together.Places["sami"] = sami.Email;

        await together.EvaluatedAsync(camille, sami);
        await together.AppealedAsync(billie, sami);
        await together.WaitingAsync();
        await together.StuckAsync();
        await together.AroundAsync(camille, billie);
        return together;
    }

    /// <summary>Camille's work, which a mentor has evaluated and Sami has before him, six minutes after it began.</summary>
    private async Task EvaluatedAsync(Somebody camille, Somebody sami)
    {
        var work = await _site.PassAsync(camille, Project);
        await HandInAsync(work, camille);
        var done = await MeetAsync(work, await IdAsync("Yanis Lefèvre"), _site.Now().AddHours(-4));
        var under = await MeetAsync(work, sami.Id, _site.Now().AddMinutes(-6));
        foreach (var defence in (Guid[])[done.Id, under.Id])
        {
            await DoAsync<CommentLine>(c => c.AddAsync(
                Guid.CreateVersion7(), defence, defence == done.Id ? done.EvaluatorId : under.EvaluatorId, "src/panier.js", 3, "Un nom qui dit tout.", CancellationToken.None));
        }

        await FinishAsync(done, 4);
        await DoAsync<SaveSheet>(s => s.RunAsync(under.Id, under.EvaluatorId, 1, Filled(3), CancellationToken.None));
        (Places["{work}"], Places["{result}"], Places["{rubric}"]) = ($"/attempts/{work.AttemptId}", $"/defences/{done.Id}", $"/defences/{under.Id}");
        await _site.RunAsync<AcademyDb, int>(db =>
        {
            db.Add(new Incident(IncidentKind.LearnerAbsent, done.Id, work.AttemptId, camille.Id, done.EvaluatorId, _site.Now()));
            return db.SaveChangesAsync();
        });
    }

    /// <summary>Billie has a mark, and an appeal against it.</summary>
    private async Task AppealedAsync(Somebody billie, Somebody sami)
    {
        var work = await GradedAsync(billie);
        await HandInAsync(work, billie);
        await FinishAsync(await MeetAsync(work, sami.Id, _site.Now().AddHours(-3)), 2);
        await FinishAsync(await MeetAsync(work, await IdAsync("Yanis Lefèvre"), _site.Now().AddHours(-2)), 3);
        (await _site.RunAsync<RaiseAppeal, Outcome<Guid>>(r => r.RunAsync(work.AttemptId, billie.Id, "La dernière question n’a pas été posée.", CancellationToken.None)))
            .Refusal.ShouldBeNull();
        Places["{mark}"] = $"/marks/{work.AttemptId}";
    }

    /// <summary>Alix waits for an evaluator, and gathers a team.</summary>
    private async Task WaitingAsync()
    {
        var alix = await _site.LearnerAsync("Alix Noël", "journal-de-bord", "ma-page", "carnet-sql");
        var work = await GradedAsync(alix);
        await HandInAsync(work, alix);
        (Places["alix"], Places["{waiting}"]) = (alix.Email, $"/attempts/{work.AttemptId}");
        Places["{team}"] = await _site.RunAsync<AcademyDb, string>(async db =>
        {
            var attempt = Attempt.Gather(alix.Id, "api-livres", Release.Id, _site.Now());
            attempt.Invite((await _site.LearnerAsync("Dany Leroux", "carnet-sql")).Id, 3, _site.Now());
            db.Add(attempt);
            await db.SaveChangesAsync();
            return $"/attempts/{attempt.Id}/team";
        });
    }

    /// <summary>Maxime asks for help about a line.</summary>
    private async Task StuckAsync()
    {
        var maxime = await _site.LearnerAsync("Maxime Caron");
        var work = await Testing.Work.BeginAsync(_site, maxime.Email, "premiers-pas");
        var asked = await _site.RunAsync<AskHelp, Outcome<Guid>>(a => a.RunAsync(
            Guid.Parse(work.AttemptId), maxime.Id, new HelpPlace(work.Commit, "bonjour.sh", 1), "Pourquoi `echo` ne dit-il pas mon nom ?", CancellationToken.None));
        asked.Refusal.ShouldBeNull();
        (Places["maxime"], Places["{help}"], Places["{stuck}"]) = (maxime.Email, $"/help/{asked.Value}", $"/attempts/{work.AttemptId}");
        Places["{ask}"] = $"/attempts/{work.AttemptId}/help?commit={work.Commit}&path=bonjour.sh&line=1";
    }

    private async Task AroundAsync(Somebody camille, Somebody billie)
    {
        await DoAsync<ChangeHousehold>(h => h.LinkAsync(camille.Id, billie.Id, CancellationToken.None));
        (Places["{household}"], Places["{learner}"]) = ($"/admin/households/{camille.Id}", $"/learners/{camille.Id}");
        var webhook = await _site.RunAsync<ManageWebhooks, Outcome<NewWebhook>>(w => w.AddAsync("https://example.org/academie", [WebhookEvent.EvaluationCompleted], CancellationToken.None));
        Places["{webhook}"] = $"/admin/webhooks/{webhook.Value!.Id}";
    }

    private Release Release => _site.Services.GetRequiredService<ICurriculum>().Current!;

    private async Task<Guid> IdAsync(string mentor) => (await _site.RunAsync<IPeople, Guid>(async people =>
        (await people.FindAsync(await people.MentorsAsync(CancellationToken.None), CancellationToken.None)).Values.Single(p => p.Name == mentor).Id));

    /// <summary>Passed by the grader, without a push.</summary>
    private Task<Passed> GradedAsync(Somebody learner) => _site.RunAsync<AcademyDb, Passed>(async db =>
    {
        var attempt = await Attempts.BeginAsync(db, learner.Id, Project, Release.Id, _site.Now());
        return new Passed(attempt, await Attempts.GradeAsync(db, attempt, 100, _site.Now()));
    });

    private Task HandInAsync(Passed work, Somebody learner) =>
        DoAsync<HandIn>(h => h.RunAsync(work.AttemptId, work.Commit, learner.Id, CancellationToken.None));

    /// <summary>An appointment that both know of; not so long ago that the site would replace a silent evaluator.</summary>
    private Task<Evaluation> MeetAsync(Passed passed, Guid evaluator, DateTimeOffset startsAt) => _site.RunAsync<AcademyDb, Evaluation>(async db =>
    {
        var work = await db.Set<Work>().SingleAsync(w => w.AttemptId == passed.AttemptId);
        work.Hold().Refusal.ShouldBeNull();
        var evaluation = new Evaluation(passed.AttemptId, evaluator, EvaluationKind.Live, startsAt, startsAt.AddMinutes(30), startsAt, startsAt);
        evaluation.Reveal(startsAt);
        db.Add(evaluation);
        await db.SaveChangesAsync();
        return evaluation;
    });

    private Task FinishAsync(Evaluation defence, int value) =>
        DoAsync<HandInEvaluation>(h => h.RunAsync(defence.Id, defence.EvaluatorId, 1, Filled(value), CancellationToken.None));

    private Sheet Filled(int value) => new(
        Release.Projects[Project].Evaluation!.Rubric.Criteria.ToDictionary(c => c.Id, c => new Answer(Math.Min(value, c.Most), "On comprend à la première lecture.")),
        EvaluationFlag.Ok, "Bravo : tes fonctions sont courtes. Prochaine étape : un essai pour chaque remise.", []);

    private async Task DoAsync<TUseCase>(Func<TUseCase, Task<Outcome>> use) where TUseCase : notnull =>
        (await _site.RunAsync(use)).Refusal.ShouldBeNull();
}
