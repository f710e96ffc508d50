using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Academy.Evaluations.Appointments;
using Academy.Testing;
using static Academy.Evaluations.Tests.Pages.EvaluationSite;

namespace Academy.Evaluations.Tests.Pages;

/// <summary>From the hand-in to the reveal, as people click it; and what nobody may see on the way.</summary>
public sealed partial class LoopTests(EvaluationSite site) : IClassFixture<EvaluationSite>
{
    [Fact]
    public async Task Hand_in_book_and_meet_without_a_name_too_early()
    {
        using var ines = await site.Site.SignInAsync(Ines);
        using var sacha = await site.Site.SignInAsync(Sacha);
        using var inesApi = await site.Site.ProgramAsync(Ines);
        using var sachaApi = await site.Site.ProgramAsync(Sacha);

        // Inès opens tomorrow afternoon, in the week's table.
        var tomorrow = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime.AddDays(1));
        using (var opened = await ines.PostFormAsync("/evaluations/times?handler=Open",
            ("Input.Day", tomorrow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Input.From", "14:00"), ("Input.To", "15:00")))
            opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var week = await ines.GetStringAsync($"/evaluations/times?week={tomorrow:yyyy-MM-dd}");
        Ticked().Count(week).ShouldBe(4);

        // Sacha hands in and books, on the page of the attempt.
        var (attempt, commit) = await site.PassedAsync("Sacha Morel");
        (await sacha.GetStringAsync($"/attempts/{attempt}")).ShouldContain(commit[..8]);
        using (var handed = await sacha.PostFormAsync($"/attempts/{attempt}/evaluations?handler=HandIn", Antiforgery(await sacha.GetStringAsync($"/attempts/{attempt}")), ("commit", commit)))
            handed.Headers.Location!.ToString().ShouldBe($"/attempts/{attempt}/evaluations");
        (await sacha.GetStringAsync("/")).ShouldContain($"<a class=\"button\" href=\"/attempts/{attempt}/evaluations\">", Case.Sensitive, "it waits for Sacha");
        var choice = await sacha.GetStringAsync($"/attempts/{attempt}/evaluations");
        var times = Times().Matches(choice).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        times.Count.ShouldBe(3, "half an hour fits three times into an hour, on steps of a quarter");
        choice.ShouldNotContain("Garnier");
        (await sachaApi.GetStringAsync($"/api/v1/attempts/{attempt}/times")).ShouldNotContain("arnier");

        using (var booked = await sacha.PostFormAsync($"/attempts/{attempt}/evaluations?handler=Book", ("at", times[1])))
            booked.Headers.Location!.ToString().ShouldBe("/appointments");
        (await sacha.GetStringAsync("/")).ShouldNotContain($"/attempts/{attempt}/evaluations");

        // Neither side sees a name, a room or an id that leads to one, anywhere.
        var feedOfSacha = await FeedAsync(sachaApi);
        var feedOfInes = await FeedAsync(inesApi);
        await EverywhereAsync(sacha, sachaApi, feedOfSacha, attempt, page => page.ShouldNotContain("Garnier"));
        await EverywhereAsync(ines, inesApi, feedOfInes, attempt, page =>
        {
            page.ShouldNotContain("Morel");
            page.ShouldNotContain(attempt.ToString());
        });
        await EverywhereAsync(sacha, sachaApi, feedOfSacha, attempt, page => page.ShouldNotContain("meet.jit.si"));

        // A quarter of an hour before, both see each other and the same room; the feed still names nobody.
        var startsAt = DateTimeOffset.Parse(times[1], CultureInfo.InvariantCulture);
        site.Clock.Advance(startsAt.AddMinutes(-15) - site.Clock.GetUtcNow());
        await site.RunAsync<KeepAppointments, bool>(async k =>
        {
            await k.RunAsync(CancellationToken.None);
            return true;
        });
        var (seenBySacha, seenByInes) = (await sacha.GetStringAsync("/appointments"), await ines.GetStringAsync("/appointments"));
        seenBySacha.ShouldContain("Garnier");
        seenByInes.ShouldContain("Morel");
        Room().Match(seenBySacha).Value.ShouldBe(Room().Match(seenByInes).Value);
        Room().Match(seenBySacha).Value.Length.ShouldBeGreaterThan(40);
        (await sacha.GetStringAsync("/")).ShouldContain("Garnier", Case.Sensitive, "today's appointments stand on the home");
        var feed = await site.Site.Client().GetStringAsync(feedOfSacha);
        feed.ShouldNotContain("Garnier");
        feed.ShouldNotContain("meet.jit.si");

        // Cancelling now is late, and says so.
        seenBySacha.ShouldContain("fait perdre un point");
        var id = (await sachaApi.GetFromJsonAsync<JsonElement>("/api/v1/appointments"))[0].GetProperty("id").GetGuid();
        using (var cancelled = await sacha.PostFormAsync("/appointments?handler=Cancel", ("evaluation", id.ToString())))
            cancelled.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.Site.Client().GetStringAsync(feedOfSacha)).ShouldContain("STATUS:CANCELLED");
        (await sacha.GetStringAsync("/points")).ShouldContain("Rendu · Bonjour");

        // Staff sees it and takes it back.
        using var mentor = await site.Site.SignInAsync(Mentor);
        var incidents = await mentor.GetStringAsync("/evaluations/incidents");
        incidents.ShouldContain("Sacha Morel");
        var incident = Incident().Match(incidents).Groups[1].Value;
        using (var undone = await mentor.PostFormAsync("/evaluations/incidents?handler=Undo", ("incident", incident)))
            undone.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await mentor.GetStringAsync("/evaluations/incidents")).ShouldContain("Yanis");

        // A new address makes the old one invalid.
        await FeedAsync(sachaApi);
        using var gone = await site.Site.Client().GetAsync(feedOfSacha);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_written_defence_finds_its_evaluator_without_an_appointment()
    {
        using var sacha = await site.Site.SignInAsync(Sacha);
        using var ines = await site.Site.SignInAsync(Ines);
        var (attempt, commit) = await site.PassedAsync("Sacha Morel");
        await sacha.PostFormAsync($"/attempts/{attempt}/evaluations?handler=HandIn", Antiforgery(await sacha.GetStringAsync($"/attempts/{attempt}")), ("commit", commit));

        using (var nothing = await sacha.PostFormAsync($"/attempts/{attempt}/recording"))
            (await nothing.Content.ReadAsStringAsync()).ShouldContain("Envoie une vidéo");
        using (var insecure = await sacha.PostFormAsync($"/attempts/{attempt}/recording", ("Input.Link", "http://example.org/video")))
            (await insecure.Content.ReadAsStringAsync()).ShouldContain("https://");
        using (var sent = await sacha.PostFormAsync($"/attempts/{attempt}/recording", ("Input.Text", "Voici mes choix.")))
            sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var offers = await ines.GetStringAsync("/appointments");
        offers[offers.IndexOf("id=\"recorded\"", StringComparison.Ordinal)..].Split("</section>")[0].ShouldNotContain("Morel");
        using (var taken = await ines.PostFormAsync("/appointments?handler=Take", ("attempt", attempt.ToString())))
            taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ines.GetStringAsync("/appointments")).ShouldContain("Soutenance écrite");
        using var mentor = await site.Site.SignInAsync(Mentor);
        using (var late = await mentor.PostFormAsync("/appointments?handler=Take", Antiforgery(await mentor.GetStringAsync("/account/sign-out")), ("attempt", attempt.ToString())))
            late.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await mentor.GetStringAsync("/appointments")).ShouldContain("Quelqu’un d’autre vient de la prendre");
    }

    private static async Task<string> FeedAsync(HttpClient api)
    {
        using var made = await api.PostAsync("/api/v1/calendar", null);
        return new Uri((await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("address").GetString()!).AbsolutePath;
    }

    private async Task EverywhereAsync(HttpClient browser, HttpClient api, string feed, Guid attempt, Action<string> check)
    {
        foreach (var page in (string[])["/appointments", "/", "/points", "/evaluations/times", "/notices", $"/attempts/{attempt}/evaluations"])
        {
            using var answer = await browser.GetAsync(page);
            if (answer.StatusCode == HttpStatusCode.OK) check(await answer.Content.ReadAsStringAsync());
        }

        foreach (var path in (string[])["/api/v1/appointments", "/api/v1/slots", "/api/v1/points", "/api/v1/notices"]) check(await api.GetStringAsync(path));
        using var anybody = site.Site.Client();
        check(await anybody.GetStringAsync(feed));
    }

    private static string Antiforgery(string page) => SiteClients.Antiforgery(page);

    [GeneratedRegex("""name="open" value="[^"]+" aria-label="[^"]+" checked""")]
    private static partial Regex Ticked();

    [GeneratedRegex("name=\"at\" value=\"([^\"]+)\"")]
    private static partial Regex Times();

    [GeneratedRegex("""https://meet\.jit\.si/[a-z0-9-]+""")]
    private static partial Regex Room();

    [GeneratedRegex("name=\"incident\" value=\"([^\"]+)\"")]
    private static partial Regex Incident();
}
