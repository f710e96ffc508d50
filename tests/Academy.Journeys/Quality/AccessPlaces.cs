using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Contracts.Grading;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Helping;
using Academy.Evaluations.Recorded;
using Academy.Grading.Regrading;
using Academy.Kernel.Data;
using Academy.Notifications.Webhooks;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;
using PushedWork = Academy.Testing.Work;
using Work = Academy.Evaluations.Works.Work;

namespace Academy.Journeys.Quality;

/// <summary>Something real for each place in a route: a learner's work, pushed, graded, evaluated by another learner, with a question about it.</summary>
internal static class AccessPlaces
{
    /// <summary>In the order in which they are put in: the longest first.</summary>
    public static async Task<Dictionary<string, string>> MakeAsync(TestSite site)
    {
        var pushed = await PushedWork.BeginAsync(site, AccessTable.Visitors[0].Email, "hello");
        var owner = await IdAsync(site, AccessTable.Visitors[0].Email);
        var evaluator = await IdAsync(site, AccessTable.Visitors[1].Email);
        var operatorId = await IdAsync(site, AccessTable.Visitors[^1].Email);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        var now = TimeProvider.System.GetUtcNow();
        var release = site.Services.GetRequiredService<ICurriculum>().Current!;
        var attempt = (await scope.ServiceProvider.GetRequiredService<IEnrolment>().FindAsync(Guid.Parse(pushed.AttemptId), CancellationToken.None))!;
        var team = await Teams.BeginAsync(db, "files", release.Id, now, owner);

        db.Add(new Work(attempt, new GradingInfo(Guid.Parse(pushed.GradingId), attempt.Id, pushed.Commit, true, Verdict.Passed, 100, now), 1, now));
        var evaluation = new Evaluation(attempt.Id, evaluator, EvaluationKind.Recorded, now, now.AddDays(1), now, now);
        evaluation.Finish(90, EvaluationFlag.Ok, now);
        db.Add(evaluation);
        var recording = new Recording(attempt.Id, now);
        recording.Say(null, "video/mp4", null, now);
        db.Add(recording);
        using var video = await scope.ServiceProvider.GetRequiredService<RecordingFiles>().ReceiveAsync(attempt.Id, new MemoryStream([1]), CancellationToken.None);
        video!.Keep();
        var request = new HelpRequest(attempt.Id, owner, HelpPlace.Nowhere, now);
        db.Add(request);
        db.Add(new HelpMessage(request.Id, owner, "Ma boucle ne finit pas.", now));
        var webhook = new Webhook(new Uri("https://example.org/hook"), [WebhookEvent.GradingFinished], "secret", now);
        db.Add(webhook);
        var regrade = new Regrade("hello", null, null, 0, operatorId, now);
        db.Add(regrade);
        await db.SaveChangesAsync();

        return new Dictionary<string, string>
        {
            ["attempts/{id:guid}/team"] = $"attempts/{team}/team",
            ["{attemptId:guid}"] = pushed.AttemptId,
            ["attempts/{id:guid}"] = $"attempts/{pushed.AttemptId}",
            ["defences/{id:guid}"] = $"defences/{evaluation.Id}",
            ["gradings/{id:guid}"] = $"gradings/{pushed.GradingId}",
            ["help/{id:guid}"] = $"help/{request.Id}",
            ["households/{id:guid}"] = $"households/{owner}",
            ["learners/{id:guid}"] = $"learners/{owner}",
            ["people/{id:guid}"] = $"people/{operatorId}",
            ["regrades/{id:guid}"] = $"regrades/{regrade.Id}",
            ["webhooks/{id:guid}"] = $"webhooks/{webhook.Id}",
            ["{commit:length(40,64)}"] = pushed.Commit,
            ["{sha}"] = pushed.Commit,
            ["{release}/{**path}"] = $"{release.Id}/bonjour.svg",
            ["{**path}"] = "",
            ["projects/{slug}"] = "projects/hello",
            ["tracks/{slug}"] = "tracks/basics",
        };
    }

    private static async Task<Guid> IdAsync(TestSite site, string email)
    {
        using var program = await site.ProgramAsync(email);
        return (await program.JsonAsync(HttpMethod.Get, "/api/v1/me")).GetProperty("id").GetGuid();
    }
}
