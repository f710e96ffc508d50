using System.Net;
using Academy.Contracts.Accounts;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Feedback;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;
using static Academy.Evaluations.Tests.Pages.EvaluationSite;
using Work = Academy.Evaluations.Works.Work;

namespace Academy.Evaluations.Tests.Pages;

/// <summary>The rubric as the evaluator fills it in, and what those who were evaluated read of it.</summary>
public sealed class DefencePageTests(EvaluationSite site) : IClassFixture<EvaluationSite>
{
    private static readonly (string, string)[] Answers =
        [("Input.Answers[runs].Value", "1"), ("Input.Answers[readable].Value", "4"), ("Input.Flag", "Ok")];

    [Fact]
    public async Task Filled_in_without_a_script_handed_in_and_read()
    {
        var (attempt, defence) = await DefenceAsync("Sacha Morel");
        using var mentor = await site.Site.SignInAsync(Mentor);
        using var sacha = await site.Site.SignInAsync(Sacha);

        var rubric = await mentor.GetStringAsync($"/defences/{defence}");
        rubric.ShouldContain("Sacha Morel");
        rubric.ShouldContain("Fais-le saluer deux fois.");
        (await sacha.GetStringAsync($"/defences/{defence}")).ShouldNotContain("Bravo");

        // Refused without a word to the person; what was typed is still there.
        using (var refused = await mentor.PostFormAsync($"/defences/{defence}?handler=HandIn", [.. Answers, ("Input.Number", "1"), ("Input.Answers[readable].Comment", "Presque.")]))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            var again = await refused.Content.ReadAsStringAsync();
            again.ShouldContain("Presque.");
            WebUtility.HtmlDecode(again).ShouldContain("Écris quelques mots à la personne");
        }

        using (var done = await mentor.PostFormAsync($"/defences/{defence}?handler=HandIn", [.. Answers, ("Input.Number", "3"), ("Input.Remark", "Bravo, <b>continue</b>.")]))
            done.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var result = await sacha.GetStringAsync($"/defences/{defence}");
        result.ShouldContain("Bravo, &lt;b&gt;continue&lt;/b&gt;.");
        (await sacha.GetStringAsync($"/marks/{attempt}")).ShouldContain("96");
        using (var thanks = await sacha.PostFormAsync($"/defences/{defence}?handler=Feedback", ("kind", "5"), ("precise", "4"), ("useful", "5"), ("text", "Merci !")))
            thanks.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await sacha.GetStringAsync($"/defences/{defence}")).ShouldContain("Merci !");

        // An appeal, on the page of the mark; whoever evaluated does not judge it.
        using (var appealed = await sacha.PostFormAsync($"/marks/{attempt}?handler=Appeal", ("text", "Le code est très lisible.")))
            appealed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var trainer = await site.Site.SignInAsync("formateur@demo.academy");
        (await trainer.GetStringAsync("/judging")).ShouldContain($"/marks/{attempt}");
        var mark = await trainer.GetStringAsync($"/marks/{attempt}");
        mark.ShouldContain("Le code est très lisible.");
        // The whole record: what was said, and the code; to say how one found it is for whoever was evaluated.
        mark.ShouldContain($"href=\"/defences/{defence}\"");
        (await mentor.GetStringAsync($"/marks/{attempt}")).ShouldSatisfyAllConditions(
            page => page.ShouldContain("Le code est très lisible."),
            page => page.ShouldContain("c’est à quelqu’un d’autre de décider"),
            page => page.ShouldNotContain("handler=Judge"));
        var record = await trainer.GetStringAsync($"/defences/{defence}");
        record.ShouldContain("Bravo, &lt;b&gt;continue&lt;/b&gt;.");
        record.ShouldContain("Yanis Lefèvre");
        record.ShouldContain($"/defences/{defence}/code");
        record.ShouldNotContain("handler=Feedback");

        // Judged without a decision, then without a reason: what was chosen and typed is still there, and the other forms are untouched.
        var id = await site.RunAsync<AcademyDb, Guid>(db => db.Set<Appeals.Appeal>().Where(a => a.AttemptId == attempt).Select(a => a.Id).SingleAsync());
        using (var undecided = await trainer.PostFormAsync($"/marks/{attempt}?handler=Judge", ("appealId", $"{id}"), ("text", "Le dossier.")))
        {
            undecided.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await undecided.Content.ReadAsStringAsync()).ShouldContain("Le dossier.");
        }

        using var judged = await trainer.PostFormAsync($"/marks/{attempt}?handler=Judge", ("appealId", $"{id}"), ("isUpheld", "true"), ("percent", "98"));
        judged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var kept = await judged.Content.ReadAsStringAsync();
        kept.ShouldContain($"<input id=\"percent-{id}\" name=\"percent\" type=\"number\" value=\"98\"");
        kept.ShouldContain("value=\"true\" checked");
    }

    [Fact]
    public async Task A_line_ends_with_one_character_and_what_was_typed_is_kept()
    {
        var (_, defence) = await DefenceAsync("Sacha Morel");
        using var mentor = await site.Site.SignInAsync(Mentor);
        using var sacha = await site.Site.SignInAsync(Sacha);
        using (var done = await mentor.PostFormAsync($"/defences/{defence}?handler=HandIn", [.. Answers, ("Input.Number", "1"), ("Input.Remark", "Bravo.")]))
            done.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var lines = string.Concat(Enumerable.Repeat("a\r\n", GivenFeedback.LongestText / 2));
        using (var kept = await SayAsync("5", lines)) kept.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var refused = await SayAsync("2", $"{lines}Trop.");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = await refused.Content.ReadAsStringAsync();
        again.ShouldContain("Trop.</textarea>");
        again.ShouldContain("name=\"kind\" value=\"2\" checked");

        Task<HttpResponseMessage> SayAsync(string kind, string text) => sacha.PostFormAsync(
            $"/defences/{defence}?handler=Feedback", ("kind", kind), ("precise", "4"), ("useful", "5"), ("text", text));
    }

    [Fact]
    public async Task Saved_as_one_types_and_an_older_window_is_told_so()
    {
        var (_, defence) = await DefenceAsync(await LearnerAsync("Maël Roux"));
        using var mentor = await site.Site.SignInAsync(Mentor);

        (await DraftAsync(2, "Deux")).ShouldBe(HttpStatusCode.OK);
        (await DraftAsync(2, "Deux")).ShouldBe(HttpStatusCode.OK);
        (await DraftAsync(1, "Un")).ShouldBe(HttpStatusCode.Conflict);
        (await mentor.GetStringAsync($"/defences/{defence}")).ShouldContain("Deux");

        async Task<HttpStatusCode> DraftAsync(int number, string remark)
        {
            using var answer = await mentor.PostFormAsync($"/defences/{defence}?handler=Draft", [.. Answers, ("Input.Number", $"{number}"), ("Input.Remark", remark)]);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task To_everybody_else_it_does_not_exist_and_before_the_names_there_is_nothing_to_see()
    {
        var (attempt, defence) = await DefenceAsync(await LearnerAsync("Lila Brun"), isRevealed: false);
        using var mentor = await site.Site.SignInAsync(Mentor);
        using var ines = await site.Site.SignInAsync(Ines);
        using var trainer = await site.Site.SignInAsync("formateur@demo.academy");

        (await mentor.GetStringAsync($"/defences/{defence}")).ShouldNotContain("Lila Brun");
        foreach (var (client, path) in new[]
        {
            (mentor, $"/defences/{defence}/code"), (ines, $"/defences/{defence}"), (ines, $"/defences/{defence}/code"), (ines, $"/marks/{attempt}"),
            (trainer, $"/defences/{defence}"),
        })
        {
            using var answer = await client.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using (var posted = await ines.PostFormAsync($"/defences/{defence}?handler=HandIn", SiteClients.Antiforgery(await ines.GetStringAsync("/account/sign-out")), [.. Answers, ("Input.Number", "1")]))
            posted.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var officer = await site.Site.SignInAsync("programme@demo.academy");
        using var forbidden = await officer.GetAsync($"/defences/{defence}");
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<string> LearnerAsync(string name)
    {
        await site.RunAsync<AcademyDb, Guid>(db => NewPeople.AddAsync(db, name, Role.Learner, site.Clock.GetUtcNow()));
        return name;
    }

    /// <summary>A work of which the mentor has the rubric open.</summary>
    private async Task<(Guid AttemptId, Guid DefenceId)> DefenceAsync(string name, bool isRevealed = true)
    {
        var learner = await site.IdAsync(name);
        var (attempt, commit) = await site.PassedAsync(name);
        (await site.RunAsync<HandIn, Outcome>(h => h.RunAsync(attempt, commit, learner, CancellationToken.None))).Refusal.ShouldBeNull();
        var mentor = await site.RunAsync<IPeople, Guid>(async people =>
        {
            var mentors = await people.FindAsync(await people.MentorsAsync(CancellationToken.None), CancellationToken.None);
            return mentors.Values.Single(p => p.Name == "Yanis Lefèvre").Id;
        });
        return (attempt, await site.RunAsync<AcademyDb, Guid>(async db =>
        {
            var now = site.Clock.GetUtcNow();
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
}
