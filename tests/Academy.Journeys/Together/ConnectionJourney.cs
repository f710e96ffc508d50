using System.Globalization;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Jobs;
using Academy.Kernel.Data;
using Academy.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Academy.Journeys.Together.Steps;
using static Microsoft.Playwright.Assertions;

namespace Academy.Journeys.Together;

/// <summary>The page of a defence with a bad connection, and by keyboard alone.</summary>
[Collection(PeersCollection.Name)]
public sealed class ConnectionJourney(PeersFixture fixture)
{
    private const string Remark = "Bravo : tes fonctions sont courtes. Prochaine étape : un essai pour chaque remise.";

    [Fact]
    public async Task What_is_typed_without_a_connection_arrives_later_and_once()
    {
        await fixture.BeginDayAsync();
        var page = await UnderWayAsync("Hugo Noir", "Eva Blanc");
        var defence = page.Url;

        await page.AnswerAllAsync();
        await SaysAsync(page, "Enregistré");
        await page.Context.SetOfflineAsync(true);
        await page.GetByLabel("Un mot pour la personne").FillAsync(Remark);
        await SaysAsync(page, "Pas de connexion : gardé sur cet appareil, envoyé dès qu’elle revient.");
        await Station.CheckAsync(page, "hors-ligne");
        (await SheetAsync(defence)).Remark.ShouldBeEmpty();

        // Handing in has to wait, too.
        await page.PressAsync("Rendre la relecture");
        await SaysAsync(page, "Pas de connexion : gardé sur cet appareil, envoyé dès qu’elle revient.");
        page.Url.ShouldBe(defence);

        // The window is closed before the connection is back: another one finds what was typed and sends it.
        var later = await page.Context.NewPageAsync();
        await page.CloseAsync();
        await later.Context.SetOfflineAsync(false);
        await later.GotoAsync(defence);
        await Expect(later.GetByLabel("Un mot pour la personne")).ToHaveValueAsync(Remark);
        await SaysAsync(later, "Enregistré");
        (await SheetAsync(defence)).Remark.ShouldBe(Remark);

        // Handed in; the way back to the form and a second press count for nothing.
        await later.PressAsync("Rendre la relecture");
        await Expect(later.GetByText("Merci : la relecture est rendue.")).ToBeVisibleAsync();
        await later.GoBackAsync();
        if (await later.GetByRole(AriaRole.Button, new() { Name = "Rendre la relecture" }).IsVisibleAsync()) await later.PressAsync("Rendre la relecture");
        await Expect(later.GetByRole(AriaRole.Heading, new() { Name = "Cette relecture" })).ToBeVisibleAsync();
        (await ChangesAsync(defence)).ShouldBe(1);
        await later.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_typed_after_the_session_has_ended_is_kept_and_sent_after_signing_in()
    {
        await fixture.BeginDayAsync();
        var page = await UnderWayAsync("Théo Marin", "Zoé Petit");
        var defence = page.Url;
        await page.GetByLabel("Un mot pour la personne").FillAsync("Bravo.");
        await SaysAsync(page, "Enregistré");

        await page.Context.ClearCookiesAsync();
        await page.GetByLabel("Un mot pour la personne").FillAsync(Remark);
        await SaysAsync(page, "Ta session est terminée. Ce que tu as écrit est gardé sur cet appareil, et envoyé dès que tu te reconnectes.");
        await Station.CheckAsync(page, "session-terminee");
        (await SheetAsync(defence)).Remark.ShouldBe("Bravo.");

        await page.FollowAsync("Me reconnecter");
        await page.GetByLabel("Adresse e-mail").FillAsync(await fixture.Site.RunAsync<AcademyDb, string>(db =>
            db.Set<Academy.Accounts.People.User>().Where(u => u.Name == "Théo Marin").Select(u => u.Email!).SingleAsync()));
        await page.GetByLabel("Mot de passe", new() { Exact = true }).FillAsync(DemoOptions.Password);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(defence);
        await Expect(page.GetByLabel("Un mot pour la personne")).ToHaveValueAsync(Remark);
        await SaysAsync(page, "Enregistré");
        (await SheetAsync(defence)).Remark.ShouldBe(Remark);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_typed_is_saved_where_the_browser_keeps_nothing()
    {
        await fixture.BeginDayAsync();
        var page = await UnderWayAsync("Luc Faure", "Jade Roy");
        await page.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });");
        await page.ReloadAsync();

        await page.GetByLabel("Un mot pour la personne").FillAsync(Remark);
        await SaysAsync(page, "Enregistré");
        await page.Context.SetOfflineAsync(true);
        await page.GetByLabel("Un mot pour la personne").FillAsync(Remark + " Encore.");
        await SaysAsync(page, "Pas de connexion : laisse cette page ouverte, c’est envoyé dès qu’elle revient.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_defence_is_evaluated_by_keyboard_alone()
    {
        await fixture.BeginDayAsync();
        var page = await UnderWayAsync("Nina Colin", "Paul Mercier");
        var defence = page.Url;
        var questions = await page.Locator("fieldset.criterion").CountAsync();

        // Each question is one stop of the Tab key, its answers are reached by the arrows; the reason follows it.
        await page.Locator("fieldset.criterion").First.GetByRole(AriaRole.Radio).First.FocusAsync();
        for (var question = 0; question < questions; question++)
        {
            while (await QuestionAsync(page) != question) await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Space");
            await page.Keyboard.PressAsync("ArrowLeft");
            (await page.EvaluateAsync<string>("document.activeElement.value")).ShouldBe(
                (await page.Locator("fieldset.criterion").Nth(question).GetByRole(AriaRole.Radio).CountAsync() - 1).ToString(CultureInfo.InvariantCulture));
            await page.Keyboard.PressAsync("Tab");
        }

        await page.TabToAsync("Un mot pour la personne");
        await page.Keyboard.TypeAsync(Remark);
        await page.TabToAsync("Rendre la relecture");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Merci : la relecture est rendue.")).ToBeVisibleAsync();
        (await SheetAsync(defence)).Answers.Values.ShouldAllBe(a => a.Value > 0);
        await page.Context.CloseAsync();
    }

    /// <summary>The page on which the first person evaluates the second one, at the moment of the appointment.</summary>
    private async Task<IPage> UnderWayAsync(string evaluatorName, string learnerName)
    {
        var one = await fixture.Site.LearnerAsync(evaluatorName, "panier");
        var other = await fixture.Site.LearnerAsync(learnerName, "journal-de-bord", "ma-page");
        var evaluator = await fixture.SignInAsync(one.Email, Phone);
        var learner = await fixture.SignInAsync(other.Email, Phone);
        var work = await fixture.Site.PassAsync(other, "panier");
        await evaluator.OpenHourAsync(fixture.Clock.GetUtcNow(), "10:00", "10:30");
        await learner.HandInAsync(work.AttemptId);
        await learner.BookAsync(work.AttemptId, "10:00");
        await learner.Context.CloseAsync();

        fixture.Clock.GoTo(fixture.Today(10));
        await fixture.RunAsync(EvaluationJobs.Keep);
        await evaluator.GotoAsync("/appointments");
        await evaluator.ReloadUntilAsync(learnerName);
        await evaluator.FollowAsync("Ouvrir la relecture");
        await Expect(evaluator.GetByRole(AriaRole.Button, new() { Name = "Rendre la relecture" })).ToBeVisibleAsync();
        return evaluator;
    }

    private static Task SaysAsync(IPage page, string status) => Expect(page.Locator("[data-draft-status]")).ToHaveTextAsync(status);

    /// <summary>Which question the focused answer belongs to.</summary>
    private static Task<int> QuestionAsync(IPage page) => page.EvaluateAsync<int>(
        """
        document.activeElement.type !== "radio" ? -1
          : [...document.querySelectorAll("fieldset.criterion")].findIndex(q => q.contains(document.activeElement))
        """);

    private async Task<Sheet> SheetAsync(string defence) => await fixture.Site.RunAsync<AcademyDb, Sheet>(async db =>
        (await db.Set<EvaluationSheet>().AsNoTracking().SingleOrDefaultAsync(s => s.EvaluationId == IdOf(defence)))?.Read() ?? Sheet.Empty);

    /// <summary>How often the mark of the work was given.</summary>
    private Task<int> ChangesAsync(string defence) => fixture.Site.RunAsync<AcademyDb, int>(db =>
        db.Set<Academy.Evaluations.Deciding.MarkChange>().CountAsync(c => db.Set<Evaluation>().Any(e => e.Id == IdOf(defence) && e.AttemptId == c.AttemptId)));

    private static Guid IdOf(string defence) => Guid.Parse(defence.Split('/')[^1]);
}
