using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Contracts.Accounts;
using Academy.Contracts.Repositories;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Tests.Pages;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using static Academy.Evaluations.Tests.Pages.EvaluationSite;
using Work = Academy.Evaluations.Works.Work;

namespace Academy.Evaluations.Tests.Api;

/// <summary>A defence, its mark and its appeal, by programs.</summary>
public sealed class DefenceApiTests(EvaluationSite site) : IClassFixture<EvaluationSite>
{
    private const string Trainer = "formateur@demo.academy";

    [Fact]
    public async Task From_the_rubric_to_the_appeal_without_a_page()
    {
        var (attempt, defence) = await DefenceAsync();
        using var mentor = await site.Site.ProgramAsync(Mentor);
        using var sacha = await site.Site.ProgramAsync(Sacha);

        var read = await mentor.JsonAsync(HttpMethod.Get, $"/api/v1/defences/{defence}");
        read.GetProperty("members")[0].GetProperty("name").GetString().ShouldBe("Sacha Morel");
        read.GetProperty("canEvaluate").GetBoolean().ShouldBeTrue();
        read.GetProperty("rubric").GetProperty("sections")[0].GetProperty("criteria").EnumerateArray()
            .Select(c => (c.GetProperty("id").GetString(), c.GetProperty("most").GetInt32())).ShouldBe([("runs", 1), ("readable", 5)]);
        (await mentor.JsonAsync(HttpMethod.Get, $"/api/v1/defences/{defence}/files")).EnumerateArray()
            .Select(f => f.GetProperty("path").GetString()).ShouldContain("hello.sh");
        (await mentor.GetStringAsync($"/api/v1/defences/{defence}/files/hello.sh")).ShouldNotBeEmpty();
        // Nothing of it is the learner's to read yet.
        (await StatusAsync(sacha, HttpMethod.Get, $"defences/{defence}/files", null)).ShouldBe(HttpStatusCode.NotFound);
        var ahead = await sacha.JsonAsync(HttpMethod.Get, $"/api/v1/defences/{defence}");
        ahead.GetProperty("sheet").ValueKind.ShouldBe(JsonValueKind.Null);
        // Nor what the evaluator may ask for.
        read.GetProperty("rubric").GetProperty("changes").GetArrayLength().ShouldBe(1);
        ahead.GetProperty("rubric").GetProperty("changes").GetArrayLength().ShouldBe(0);
        ahead.GetProperty("rubric").GetRawText().ShouldNotContain("\"guidance\":\"");
        using var trainer = await site.Site.ProgramAsync(Trainer);
        (await StatusAsync(trainer, HttpMethod.Get, $"defences/{defence}", null)).ShouldBe(HttpStatusCode.NotFound, "there is nothing to judge yet");

        // The same state sent again is kept once, an older one is told so.
        (await SaveAsync(2, "Presque.")).ShouldBe(HttpStatusCode.OK);
        (await SaveAsync(2, "Presque.")).ShouldBe(HttpStatusCode.OK);
        (await SaveAsync(1, "Rien.")).ShouldBe(HttpStatusCode.Conflict);
        var comment = Guid.CreateVersion7();
        (await CommentAsync(1)).ShouldBe(HttpStatusCode.NoContent);
        (await CommentAsync(1)).ShouldBe(HttpStatusCode.NoContent);
        (await CommentAsync(999)).ShouldBe(HttpStatusCode.NoContent, "what is there already is not looked at again");
        (await StatusAsync(mentor, HttpMethod.Put, $"defences/{defence}/comments/{Guid.CreateVersion7()}", new { path = "hello.sh", line = 999, text = "?" })).ShouldBe(HttpStatusCode.BadRequest);
        var draft = await mentor.JsonAsync(HttpMethod.Get, $"/api/v1/defences/{defence}");
        draft.GetProperty("sheet").GetProperty("number").GetInt64().ShouldBe(2);
        draft.GetProperty("comments").GetArrayLength().ShouldBe(1);

        (await HandInAsync(new { number = 3, answers = new { runs = new { value = 1 } }, flag = "ok", remark = "Bravo." })).ShouldBe(HttpStatusCode.Conflict, "a question has no answer");
        var whole = new { number = 4, answers = new { runs = new { value = 1 }, readable = new { value = 4 } }, flag = "ok", remark = "Bravo." };
        (await HandInAsync(whole)).ShouldBe(HttpStatusCode.NoContent);
        (await HandInAsync(whole)).ShouldBe(HttpStatusCode.NoContent);

        (await sacha.JsonAsync(HttpMethod.Get, $"/api/v1/defences/{defence}")).GetProperty("sheet").GetProperty("remark").GetString().ShouldBe("Bravo.");
        (await StatusAsync(sacha, HttpMethod.Put, $"defences/{defence}/feedback", new { kind = 5, precise = 4, useful = 5 })).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(sacha, HttpMethod.Put, $"defences/{defence}/feedback", new { kind = 6, precise = 4, useful = 5 })).ShouldBe(HttpStatusCode.BadRequest);
        var mark = await sacha.JsonAsync(HttpMethod.Get, $"/api/v1/marks/{attempt}");
        (mark.GetProperty("state").GetString(), mark.GetProperty("marks")[0].GetProperty("percent").GetInt32()).ShouldBe(("decided", 96));

        using var raised = await sacha.PostAsJsonAsync($"/api/v1/attempts/{attempt}/appeals", new { text = "Le code est très lisible." });
        var appeal = (await raised.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        (await trainer.JsonAsync(HttpMethod.Get, "/api/v1/appeals?open=true")).GetProperty("items").EnumerateArray()
            .ShouldContain(a => a.GetProperty("id").GetGuid() == appeal);
        // Whoever judges reads all of it; another learner nothing.
        var record = await trainer.JsonAsync(HttpMethod.Get, $"/api/v1/defences/{defence}");
        record.GetProperty("sheet").GetProperty("remark").GetString().ShouldBe("Bravo.");
        record.GetProperty("comments").GetArrayLength().ShouldBe(1);
        (await trainer.GetStringAsync($"/api/v1/defences/{defence}/files/hello.sh")).ShouldNotBeEmpty();
        using var ines = await site.Site.ProgramAsync(Ines);
        (await StatusAsync(ines, HttpMethod.Get, $"defences/{defence}", null)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(trainer, HttpMethod.Put, $"defences/{defence}/comments/{Guid.CreateVersion7()}", new { path = "hello.sh", line = 1, text = "?" })).ShouldBe(HttpStatusCode.NotFound, "reading is not writing");
        (await StatusAsync(mentor, HttpMethod.Post, $"appeals/{appeal}/judgement", new { percent = 100, reason = "Oui." })).ShouldBe(HttpStatusCode.Conflict, "who evaluated does not judge");
        (await StatusAsync(sacha, HttpMethod.Post, $"appeals/{appeal}/judgement", new { percent = 100, reason = "Oui." })).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(trainer, HttpMethod.Post, $"appeals/{appeal}/judgement", new { percent = 100, reason = "Oui." })).ShouldBe(HttpStatusCode.NoContent);
        (await trainer.JsonAsync(HttpMethod.Get, $"/api/v1/marks/{attempt}")).GetProperty("changes").EnumerateArray()
            .Select(c => c.GetProperty("to").GetInt32()).ShouldBe([96, 100]);

        Task<HttpStatusCode> SaveAsync(long number, string remark) => StatusAsync(
            mentor, HttpMethod.Put, $"defences/{defence}/sheet", new { number, answers = new { runs = new { value = 1 } }, flag = "ok", remark });

        Task<HttpStatusCode> CommentAsync(int line) => StatusAsync(
            mentor, HttpMethod.Put, $"defences/{defence}/comments/{comment}", new { path = "hello.sh", line, text = "Joli." });

        Task<HttpStatusCode> HandInAsync(object body) => StatusAsync(mentor, HttpMethod.Post, $"defences/{defence}/hand-in", body);
    }

    [Fact]
    public async Task Before_the_names_nothing_leads_to_the_learner_and_strangers_find_nothing()
    {
        var (attempt, defence) = await DefenceAsync(isRevealed: false);
        using var mentor = await site.Site.ProgramAsync(Mentor);
        using var ines = await site.Site.ProgramAsync(Ines);
        using var officer = await site.Site.ProgramAsync("programme@demo.academy");
        using var reader = await site.Site.ProgramAsync(Mentor, Scopes.ApiRead);

        var hidden = await mentor.GetStringAsync($"/api/v1/defences/{defence}");
        hidden.ShouldNotContain("Morel");
        hidden.ShouldNotContain(attempt.ToString());
        (await StatusAsync(mentor, HttpMethod.Get, $"defences/{defence}/files", null)).ShouldBe(HttpStatusCode.NotFound);

        var sheet = new { number = 1, flag = "ok" };
        (await StatusAsync(mentor, HttpMethod.Put, $"defences/{defence}/sheet", sheet)).ShouldBe(HttpStatusCode.Conflict, "too early");
        (await StatusAsync(reader, HttpMethod.Put, $"defences/{defence}/sheet", sheet)).ShouldBe(HttpStatusCode.Forbidden, "the token only reads");
        foreach (var (method, path, body) in (IEnumerable<(HttpMethod, string, object?)>)
        [
            (HttpMethod.Get, $"defences/{defence}", null),
            (HttpMethod.Get, $"defences/{defence}/files/hello.sh", null),
            (HttpMethod.Put, $"defences/{defence}/sheet", sheet),
            (HttpMethod.Post, $"defences/{defence}/hand-in", sheet),
            (HttpMethod.Put, $"defences/{defence}/comments/{Guid.CreateVersion7()}", new { path = "a", line = 1, text = "a" }),
            (HttpMethod.Delete, $"defences/{defence}/comments/{Guid.CreateVersion7()}", null),
            (HttpMethod.Put, $"defences/{defence}/feedback", new { kind = 1, precise = 1, useful = 1 }),
            (HttpMethod.Get, $"marks/{attempt}", null),
            (HttpMethod.Post, $"attempts/{attempt}/appeals", new { text = "Non." }),
            (HttpMethod.Put, $"cases/{Guid.CreateVersion7()}/statement", new { statement = "Non." }),
        ])
        {
            (await StatusAsync(ines, method, path, body)).ShouldBe(HttpStatusCode.NotFound, path);
            (await StatusAsync(officer, method, path, body)).ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [Fact]
    public async Task A_case_is_listed_page_by_page_and_decided_by_a_trainer_alone()
    {
        var (attempt, defence) = await DefenceAsync();
        var (_, other) = await DefenceAsync();
        using var mentor = await site.Site.ProgramAsync(Mentor);
        using var sacha = await site.Site.ProgramAsync(Sacha);
        using var trainer = await site.Site.ProgramAsync(Trainer);
        var suspicion = new { number = 1, answers = new { runs = new { value = 1 }, readable = new { value = 4 } }, flag = "cheat", remark = "Je ne suis pas sûr." };
        foreach (var id in (Guid[])[defence, other])
            (await StatusAsync(mentor, HttpMethod.Post, $"defences/{id}/hand-in", suspicion)).ShouldBe(HttpStatusCode.NoContent);

        var first = await trainer.JsonAsync(HttpMethod.Get, "/api/v1/cases?open=true&limit=1");
        var second = await trainer.JsonAsync(HttpMethod.Get, $"/api/v1/cases?open=true&limit=1&cursor={first.GetProperty("next").GetGuid()}");
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        var open = second.GetProperty("items")[0];
        open.GetProperty("attemptId").GetGuid().ShouldBe(attempt, "the newest comes first");
        var path = $"cases/{open.GetProperty("id").GetGuid()}";

        (await StatusAsync(sacha, HttpMethod.Put, $"{path}/statement", new { statement = "Je l'ai écrit seul." })).ShouldBe(HttpStatusCode.NoContent);
        var decision = new { isUpheld = false, reason = "J'ai entendu tout le monde." };
        (await StatusAsync(sacha, HttpMethod.Get, "cases", null)).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(mentor, HttpMethod.Get, "cases", null)).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(mentor, HttpMethod.Post, $"{path}/decision", decision)).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(trainer, HttpMethod.Post, $"{path}/decision", decision)).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(trainer, HttpMethod.Post, $"{path}/decision", decision)).ShouldBe(HttpStatusCode.Conflict);
        var mark = await sacha.JsonAsync(HttpMethod.Get, $"/api/v1/marks/{attempt}");
        mark.GetProperty("cases")[0].GetProperty("state").GetString().ShouldBe("dismissed");
    }

    [Fact]
    public async Task A_question_about_a_lone_line_shows_what_stands_around_it()
    {
        var (_, defence) = await DefenceAsync();
        using var mentor = await site.Site.SignInAsync(Mentor);

        var page = await mentor.GetStringAsync($"/defences/{defence}");

        var asked = page[page.IndexOf("id=\"cards\"", StringComparison.Ordinal)..].Split("</section>")[0];
        asked.Split("<mark>")[1].Split("</mark>")[0].ShouldContain("exit");
        asked.ShouldContain("Le fichier manque");
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        if (body is not null) request.Content = JsonContent.Create(body);
        using var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode) answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", $"{method} {path}");
        return answer.StatusCode;
    }

    /// <summary>Sacha's work, with a real repository, of which the mentor has the rubric open.</summary>
    private async Task<(Guid AttemptId, Guid DefenceId)> DefenceAsync(bool isRevealed = true)
    {
        var learner = await site.IdAsync("Sacha Morel");
        var mentor = await site.RunAsync<IPeople, Guid>(async people =>
            (await people.FindAsync(await people.MentorsAsync(CancellationToken.None), CancellationToken.None)).Values.Single(p => p.Name == "Yanis Lefèvre").Id);
        var now = site.Clock.GetUtcNow();
        var attempt = await site.RunAsync<AcademyDb, Guid>(async db =>
        {
            // Each test has a work of its own.
            await Attempts.EndAsync(db, learner, "hello", now);
            return await Attempts.BeginAsync(db, learner, "hello", site.Release.Id, now);
        });
        var commit = await site.RunAsync<IRepositories, string>(async repositories =>
        {
            await repositories.EnsureAsync(attempt, learner, "hello", site.Release.Projects["hello"].TemplateFolder, CancellationToken.None);
            return await PushAsync(attempt);
        });
        await site.RunAsync<AcademyDb, bool>(async db =>
        {
            await Attempts.GradePushedAsync(db, attempt, commit, 100, now);
            return true;
        });
        (await site.RunAsync<HandIn, Outcome>(h => h.RunAsync(attempt, commit, learner, CancellationToken.None))).Refusal.ShouldBeNull();
        return (attempt, await site.RunAsync<AcademyDb, Guid>(async db =>
        {
            (await db.Set<Work>().SingleAsync(w => w.AttemptId == attempt)).Hold();
            // Without the names it is still an hour away: the site itself tells them when it is time.
            var startsAt = isRevealed ? now : now.AddHours(1);
            var evaluation = new Evaluation(attempt, mentor, EvaluationKind.Live, startsAt, startsAt.AddMinutes(30), now, now);
            if (isRevealed) evaluation.Reveal(now);
            db.Add(evaluation);
            await db.SaveChangesAsync();
            return evaluation.Id;
        }));
    }

    /// <summary>Sacha writes a script and pushes it; the commit.</summary>
    private async Task<string> PushAsync(Guid attempt)
    {
        var url = (await site.RunAsync<IRepositories, string?>(r => r.CloneUrlAsync(attempt, CancellationToken.None)))!;
        var address = new UriBuilder(url) { UserName = Uri.EscapeDataString(Sacha), Password = Kernel.Web.DemoOptions.Password }.Uri.AbsoluteUri;
        using var git = new GitClient();
        await git.RunAsync(".", "clone", "--quiet", address, "work");
        git.Write("work", "garde.sh", "echo 'Bonjour'\necho 'Le fichier manque' >&2\nexit 1\n");
        var commit = await git.CommitAsync("work", "Ajoute une garde");
        await git.RunAsync("work", "push", "--quiet", "origin", "HEAD:main");
        return commit;
    }
}
