using System.Net;
using System.Net.Http.Json;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Grading.Alerts;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Testing;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Journeys.Operating;

/// <summary>On a site of its own: what is seeded and decided here would surprise the other journeys.</summary>
public sealed class OperatingJourney(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    private static readonly Verdict[] LearnersVerdicts = [.. Enum.GetValues<Verdict>().Where(v => v is not (Verdict.Passed or Verdict.PlatformError))];

    [Fact]
    public async Task An_operator_sees_how_grading_does_and_sets_right_what_went_wrong()
    {
        var failed = await SeedAsync();
        var page = await fixture.PageOfAsync("admin@demo.academy");
        await page.GotoAsync("/admin/gradings");

        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = new("Corrections par heure") })).ToBeVisibleAsync();
        foreach (var verdict in (string[])["Réussi", "Pas encore", "Trop lent", "Une panne de notre côté"])
            await Expect(page.GetByRole(AriaRole.Listitem).GetByText(verdict)).ToBeVisibleAsync();
        await CheckAsync(page, "operating-gradings");

        await page.GetByRole(AriaRole.Button, new() { Name = "Vider" }).ClickAsync();
        await Expect(page.GetByText("Vidé : peut être arrêté")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remettre au travail" }).ClickAsync();
        await Expect(page.GetByText("travaille à nouveau")).ToBeVisibleAsync();

        // A commit that never was cannot be graded: what counts here is that it is tried again.
        await page.GetByRole(AriaRole.Button, new() { Name = "Relancer" }).First.ClickAsync();
        await Expect(page.GetByText("La correction est à nouveau dans la file.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ranger" }).First.ClickAsync();
        await Expect(page.GetByText("L’alerte est rangée.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        await UseAsync(db => db.Set<GradingRun>().Where(r => r.Id == failed).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task A_trainer_tries_a_regrade_lets_it_count_and_takes_it_back()
    {
        await fixture.WorkAsync();
        await Until.TrueAsync(
            async () => (await fixture.Site.RunAsync<ILearnerProgress, IReadOnlyDictionary<Guid, ResultInfo>>(p => p.ResultsAsync("premiers-pas", CancellationToken.None))).Count > 0,
            "a result that counts");
        var page = await fixture.PageOfAsync("formateur@demo.academy");
        await page.GotoAsync("/admin/regrades");
        await page.GetByLabel("Projet", new() { Exact = true }).SelectOptionAsync("premiers-pas");
        await page.GetByLabel("Noms ou adresses").FillAsync("apprenant@demo.academy\nPersonne Inconnue");
        await page.GetByRole(AriaRole.Button, new() { Name = "Les trouver" }).ClickAsync();
        await Expect(page.GetByLabel("Sacha Morel")).ToBeCheckedAsync();
        await CheckAsync(page, "operating-regrades");
        await page.GetByLabel("Noms ou adresses").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer l’essai" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Faire compter" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Personne.")).ToBeVisibleAsync();

        // As if the tests had been wrong: the same work has everything now.
        var id = Guid.Parse(page.Url.Split('/')[^1]);
        await UseAsync(db => db.Set<GradingRun>().Where(r => r.RegradeId == id).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.Score, r => r.MaxScore)
            .SetProperty(r => r.Verdict, Verdict.Passed)));
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Table).GetByText("Nouvellement validé").First).ToBeVisibleAsync();
        await CheckAsync(page, "operating-regrade");

        await page.GetByRole(AriaRole.Button, new() { Name = "Faire compter" }).ClickAsync();
        await Expect(page.GetByText("maintenant.").First).ToBeVisibleAsync();
        await Until.TrueAsync(async () => await StateAsync() == "done", "the validated project");

        await page.GetByRole(AriaRole.Button, new() { Name = "Annuler" }).ClickAsync();
        await Expect(page.GetByText("comme avant").First).ToBeVisibleAsync();
        await Until.TrueAsync(async () => await StateAsync() == "inProgress", "the project under way again");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_api_changes_workers_and_results_only_for_those_who_may()
    {
        using var operatorProgram = await fixture.Site.ProgramAsync("admin@demo.academy");
        using var trainer = await fixture.Site.ProgramAsync("formateur@demo.academy");
        using var learner = await fixture.Site.ProgramAsync("apprenant@demo.academy");
        using var reader = await fixture.Site.ProgramAsync("admin@demo.academy", "api:read");
        var worker = (await operatorProgram.JsonAsync(HttpMethod.Get, "/api/v1/operations/gradings"))
            .GetProperty("workers")[0].GetProperty("name").GetString();

        foreach (var action in new[] { "drain", "undrain" })
        {
            var path = $"/api/v1/operations/workers/{worker}/{action}";
            (await operatorProgram.PostAsync(path, null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            (await trainer.PostAsync(path, null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await reader.PostAsync(path, null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await operatorProgram.PostAsync("/api/v1/operations/workers/nobody/drain", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await operatorProgram.PostAsync($"/api/v1/operations/gradings/{Guid.Empty}/run-again", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await operatorProgram.PostAsync($"/api/v1/operations/alerts/{Guid.Empty}/clear", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await learner.PostAsJsonAsync("/api/v1/regrades", new { project = "premiers-pas" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await trainer.PostAsJsonAsync("/api/v1/regrades", new { project = "nowhere" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await trainer.PostAsJsonAsync($"/api/v1/regrades/{Guid.Empty}/apply", new { })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await trainer.PostAsync($"/api/v1/regrades/{Guid.Empty}/undo", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A day of gradings, one of which failed on our side, with its alert.</summary>
    private async Task<Guid> SeedAsync()
    {
        var failed = Guid.Empty;
        await UseAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            for (var n = 0; n < 60; n++)
            {
                var at = now.AddMinutes(-23 * n);
                var run = new GradingRun(Guid.CreateVersion7(), Guid.CreateVersion7(), "premiers-pas", "0000000000000000", new string('a', 40), "", at, at);
                run.Line(RunClass.Normal, 1);
                run.Start("vm", at.AddSeconds(-n % 7 - 1));
                run.Finish(n == 30 ? Verdict.PlatformError : n % 3 == 0 ? LearnersVerdicts[n / 3 % LearnersVerdicts.Length] : Verdict.Passed, 1, 1, "The engine went away.", at);
                if (n == 30) failed = run.Id;
                db.Add(run);
            }

            db.Add(new OperatorAlert(AlertKind.GradingFailed, failed.ToString(), "premiers-pas: The engine went away.", now));
            db.Add(new OperatorAlert(AlertKind.ReferenceFailed, "panier", "total (TestSays), remise (TestSays)", now));
            await db.SaveChangesAsync();
        });
        return failed;
    }

    private async Task<string> StateAsync()
    {
        using var program = await fixture.Site.ProgramAsync("apprenant@demo.academy");
        var attempts = await program.JsonAsync(HttpMethod.Get, "/api/v1/attempts");
        return attempts.EnumerateArray().Single(a => a.GetProperty("project").GetString() == "premiers-pas").GetProperty("state").GetString()!;
    }

    /// <summary>A picture, axe, and no sideways scrolling on a small phone.</summary>
    private static async Task CheckAsync(IPage page, string name)
    {
        await BrowserFixture.ShootAsync(page, name);
        (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
        await page.SetViewportSizeAsync(320, 900);
        await BrowserFixture.ShootAsync(page, $"320-{name}");
        (await page.EvaluateAsync<string[]>(
            """
            (() => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth) return [];
              return [...document.querySelectorAll("body *")]
                .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1).map(e => e.outerHTML.slice(0, 160));
            })()
            """)).ShouldBeEmpty(name);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.SetViewportSizeAsync(1280, 900);
        await BrowserFixture.ShootAsync(page, $"dark-{name}");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private async Task UseAsync(Func<AcademyDb, Task> use)
    {
        await using var scope = fixture.Site.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<AcademyDb>());
    }
}
