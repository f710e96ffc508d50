using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Testing;

namespace Academy.Progress.Tests;

public sealed class PacePageTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_learner_pauses_and_goes_on_in_few_taps()
    {
        using var learner = await _site.SignInAsync("apprenant@demo.academy");
        (await learner.GetStringAsync("/")).ShouldContain("Mettre en pause");

        (await learner.PostFormAsync("/pace?handler=Pause", ("days", "0"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await learner.GetStringAsync("/")).ShouldContain("Tu es en pause, sans date de fin");

        var home = await learner.GetStringAsync("/");
        (await learner.PostFormAsync("/pace?handler=Resume", SiteClients.Antiforgery(home))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await learner.GetStringAsync("/")).ShouldContain("Content de te revoir");
    }

    [Fact]
    public async Task Hours_are_chosen_with_a_tap_and_a_number_out_of_bounds_is_explained()
    {
        using var learner = await _site.SignInAsync("apprenant@demo.academy");

        (await learner.PostFormAsync("/pace?handler=Hours", ("hours", "10"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var refused = await learner.PostFormAsync("/pace?handler=Hours", ("hours", "90"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Choisis entre 3 et 40 heures par semaine.");
        using var program = await _site.ProgramAsync("apprenant@demo.academy");
        (await program.JsonAsync(HttpMethod.Get, "/api/v1/pace")).GetProperty("weeklyHours").GetInt32().ShouldBe(10);
    }

    [Theory]
    [InlineData("until", "")]
    [InlineData("until", "12 août")]
    [InlineData("until", "9999-12-31")]
    [InlineData("days", "9999")]
    [InlineData("days", "beaucoup")]
    public async Task A_pause_without_a_day_is_no_pause_for_ever(string field, string typed)
    {
        using var learner = await _site.SignInAsync("apprenant@demo.academy");

        var refused = await learner.PostFormAsync("/pace?handler=Pause", (field, typed));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        html.ShouldContain("Dis jusqu’à quel jour dure ta pause");
        if (field == "until" && typed != "") html.ShouldContain($"value=\"{typed}\"");
        (await learner.GetStringAsync("/")).ShouldNotContain("Tu es en pause");
    }

    [Fact]
    public async Task The_last_day_of_a_pause_is_shown_as_it_was_chosen()
    {
        using var learner = await _site.SignInAsync("apprenant@demo.academy");
        var last = DateOnly.FromDateTime(DateTime.Today).AddDays(20);

        (await learner.PostFormAsync("/pace?handler=Pause", ("until", last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var shown = $"jusqu’au {last.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("fr"))}";
        foreach (var page in (string[])["/", "/pace"]) WebUtility.HtmlDecode(await learner.GetStringAsync(page)).ShouldContain(shown);
        using var officer = await _site.SignInAsync("programme@demo.academy");
        WebUtility.HtmlDecode(await officer.GetStringAsync("/learners?search=sacha")).ShouldContain(shown);
    }

    [Fact]
    public async Task Words_of_welcome_that_are_too_long_are_refused_and_kept()
    {
        using var learner = await _site.SignInAsync("apprenant@demo.academy");
        // Each end of a line is two characters on the way, and one in the field.
        var fits = string.Join("\r\n", Enumerable.Repeat("Salut", 50));

        (await learner.PostFormAsync("/pace?handler=Welcome", ("words", fits))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var refused = await learner.PostFormAsync("/pace?handler=Welcome", ("words", new string('z', 301)));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain(new string('z', 301));
    }

    [Fact]
    public async Task A_program_pauses_and_goes_on()
    {
        using var program = await _site.ProgramAsync("apprenant@demo.academy");

        (await program.PutAsJsonAsync("/api/v1/pace/pause", new { until = (DateTimeOffset?)null })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await program.JsonAsync(HttpMethod.Get, "/api/v1/pace")).GetProperty("endAt").ValueKind.ShouldBe(JsonValueKind.Null);
        (await program.DeleteAsync("/api/v1/pace/pause")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await program.JsonAsync(HttpMethod.Get, "/api/v1/pace")).GetProperty("isPaused").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task An_officer_says_who_accompanies_whom()
    {
        using var officer = await _site.SignInAsync("programme@demo.academy");
        // Also of somebody who has never come.
        var list = await officer.GetStringAsync("/learners?search=sacha");
        list.ShouldContain("Sacha Morel");
        list.ShouldNotContain("Inès");
        list.ShouldNotContain("@demo.academy");
        var page = list[list.IndexOf("/learners/", StringComparison.Ordinal)..][..46];

        var html = await officer.GetStringAsync(page);
        var at = html.IndexOf("Yanis", StringComparison.Ordinal);
        var mentor = html[(html.LastIndexOf("value=\"", at, StringComparison.Ordinal) + 7)..][..36];
        (await officer.PostFormAsync(page, ("Referent", mentor))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetStringAsync("/learners?search=sacha")).ShouldContain("Yanis Lefèvre");

        using var trainer = await _site.SignInAsync("formateur@demo.academy");
        var seen = await trainer.GetStringAsync(page);
        seen.ShouldNotContain("Qui accompagne");
        (await trainer.PostFormAsync(page, ("Referent", mentor))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.PostFormAsync(page, ("Referent", $"{Guid.CreateVersion7()}"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("apprenant@demo.academy", true, false)]
    [InlineData("mentor@demo.academy", false, true)]
    [InlineData("formateur@demo.academy", false, true)]
    [InlineData("programme@demo.academy", false, true)]
    [InlineData("tuteur@demo.academy", false, false)]
    [InlineData("admin@demo.academy", false, false)]
    public async Task Who_may_see_what(string email, bool hasPace, bool accompanies)
    {
        using var client = await _site.SignInAsync(email);

        (await client.GetAsync("/pace")).StatusCode.ShouldBe(hasPace ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        (await client.GetAsync("/api/v1/pace")).StatusCode.ShouldBe(hasPace ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        (await client.GetAsync("/learners")).StatusCode.ShouldBe(accompanies ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        (await client.GetAsync($"/learners/{Guid.CreateVersion7()}")).StatusCode.ShouldBe(accompanies ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Visitors_sign_in_first()
    {
        using var visitor = _site.Client();
        (await visitor.GetAsync("/pace")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GetAsync("/learners")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GetAsync("/api/v1/pace")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
