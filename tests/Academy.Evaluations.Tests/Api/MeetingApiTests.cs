using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Evaluations.Tests.Pages;
using Academy.Kernel.Texts;
using Academy.Testing;
using static Academy.Evaluations.Tests.Pages.EvaluationSite;

namespace Academy.Evaluations.Tests.Api;

/// <summary>Times, recorded defences and one's standing, by programs.</summary>
public sealed class MeetingApiTests(EvaluationSite site) : IClassFixture<EvaluationSite>
{
    [Fact]
    public async Task Weekly_times_and_choices_are_made_read_and_ended()
    {
        using var ines = await site.Site.ProgramAsync(Ines);
        var day = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime).AddDays(3);
        (await StatusAsync(ines, HttpMethod.Post, "slots", new { day, from = "18:00", to = "19:00", weeklyUntil = day.AddDays(14) })).ShouldBe(HttpStatusCode.NoContent);

        var weekly = (await ines.JsonAsync(HttpMethod.Get, "/api/v1/slots/weekly")).EnumerateArray().ShouldHaveSingleItem();
        (weekly.GetProperty("day").GetString(), weekly.GetProperty("from").GetString(), weekly.GetProperty("zone").GetString())
            .ShouldBe((JsonNamingPolicy.CamelCase.ConvertName(day.DayOfWeek.ToString()), "18:00:00", LocalTime.DefaultZone));
        using var mentor = await site.Site.ProgramAsync(Mentor);
        var address = $"slots/weekly/{weekly.GetProperty("id").GetGuid()}";
        (await StatusAsync(mentor, HttpMethod.Delete, address, null)).ShouldBe(HttpStatusCode.NotFound, "it is somebody else's");
        (await StatusAsync(ines, HttpMethod.Delete, address, null)).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(ines, HttpMethod.Delete, address, null)).ShouldBe(HttpStatusCode.NotFound);
        (await ines.JsonAsync(HttpMethod.Get, "/api/v1/slots/weekly")).GetArrayLength().ShouldBe(0);
        (await ines.JsonAsync(HttpMethod.Get, "/api/v1/slots")).GetArrayLength().ShouldBePositive("what is open already stays open");

        (await StatusAsync(ines, HttpMethod.Put, "slots/choices", new { perDay = 2, takesRecorded = true })).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(ines, HttpMethod.Put, "slots/choices", new { perDay = 99, takesRecorded = true })).ShouldBe(HttpStatusCode.Conflict);
        (await ines.JsonAsync(HttpMethod.Get, "/api/v1/slots/choices")).GetProperty("perDay").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_written_defence_is_sent_offered_and_taken()
    {
        var (attempt, commit) = await site.PassedAsync("Sacha Morel");
        using var sacha = await site.Site.ProgramAsync(Sacha);
        using var ines = await site.Site.ProgramAsync(Ines);
        (await StatusAsync(sacha, HttpMethod.Get, $"attempts/{attempt}/work", null)).ShouldBe(HttpStatusCode.NotFound, "nothing is handed in");
        (await StatusAsync(sacha, HttpMethod.Post, $"attempts/{attempt}/hand-in", new { commit })).ShouldBe(HttpStatusCode.NoContent);

        var work = await sacha.JsonAsync(HttpMethod.Get, $"/api/v1/attempts/{attempt}/work");
        (work.GetProperty("state").GetString(), work.GetProperty("missing").GetInt32(), work.GetProperty("needsMentor").GetBoolean()).ShouldBe(("waiting", 1, false));
        (await StatusAsync(ines, HttpMethod.Get, $"attempts/{attempt}/work", null)).ShouldBe(HttpStatusCode.NotFound);

        (await StatusAsync(sacha, HttpMethod.Put, $"attempts/{attempt}/recording", new { link = "http://video.example/1" })).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync(ines, HttpMethod.Put, $"attempts/{attempt}/recording", new { text = "Voici." })).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(sacha, HttpMethod.Put, $"attempts/{attempt}/recording", new { text = "Voici mes choix." })).ShouldBe(HttpStatusCode.NoContent);

        var offer = (await ines.JsonAsync(HttpMethod.Get, "/api/v1/recordings")).EnumerateArray().Single(o => o.GetProperty("attemptId").GetGuid() == attempt);
        offer.GetProperty("kind").GetString().ShouldBe("written");
        offer.ToString().ShouldNotContain("Sacha");
        (await sacha.JsonAsync(HttpMethod.Get, "/api/v1/recordings")).GetArrayLength().ShouldBe(0, "nobody evaluates themselves");
        using var taken = await ines.PostAsync($"/api/v1/recordings/{attempt}/take", null);
        var defence = (await taken.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        (await StatusAsync(ines, HttpMethod.Get, $"defences/{defence}", null)).ShouldBe(HttpStatusCode.OK);

        work = await sacha.JsonAsync(HttpMethod.Get, $"/api/v1/attempts/{attempt}/work");
        work.GetProperty("missing").GetInt32().ShouldBe(0);
        work.GetProperty("evaluations").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(defence);
    }

    [Fact]
    public async Task A_learner_reads_level_and_skills()
    {
        using var ines = await site.Site.ProgramAsync(Ines);

        (await ines.JsonAsync(HttpMethod.Get, "/api/v1/level")).GetProperty("xp").GetInt32().ShouldBePositive();
        foreach (var skill in (await ines.JsonAsync(HttpMethod.Get, "/api/v1/skills")).EnumerateArray())
            skill.GetProperty("points").GetInt32().ShouldBeInRange(0, skill.GetProperty("possible").GetInt32());
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient program, HttpMethod method, string address, object? body)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{address}") { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await program.SendAsync(request);
        return answer.StatusCode;
    }
}
