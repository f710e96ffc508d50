using System.Net;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Testing;

namespace Academy.Evaluations.Tests.Pages;

public sealed class PermissionTests(EvaluationSite site) : IClassFixture<EvaluationSite>
{
    private const Role People = Role.Learner | Role.Mentor | Role.Trainer;

    public static TheoryData<string, Role> Pages => new()
    {
        { "/appointments", People },
        { "/evaluations/times", People },
        { "/points", Role.Learner },
        { "/evaluations/incidents", Role.Mentor | Role.Trainer },
        { "/admin/points", Role.Operator },
        { "/api/v1/slots", People },
        { "/api/v1/appointments", People },
        { "/api/v1/points", Role.Learner },
        { "/api/v1/incidents", Role.Mentor | Role.Trainer },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task Who_may_and_who_may_not(string path, Role roles)
    {
        using var nobody = site.Site.Client();
        using var closed = await nobody.GetAsync(path);
        closed.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Unauthorized);

        foreach (var account in DemoAccounts.All)
        {
            using var client = await site.Site.SignInAsync(account.Email);
            using var answer = await client.GetAsync(path);
            answer.StatusCode.ShouldBe((account.Role & roles) != Role.None ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{account.Email} at {path}");
        }
    }

    [Fact]
    public async Task The_work_of_others_is_not_there()
    {
        var (attempt, commit) = await site.PassedAsync("Sacha Morel");
        using var api = await site.Site.ProgramAsync(EvaluationSite.Ines);

        foreach (var (method, path, body) in (IEnumerable<(HttpMethod, string, string)>)
        [
            (HttpMethod.Get, "times", ""),
            (HttpMethod.Post, "hand-in", $$"""{"commit":"{{commit}}"}"""),
            (HttpMethod.Post, "bookings", """{"startsAt":"2030-01-01T10:00:00Z"}"""),
            (HttpMethod.Put, "search", """{"on":true}"""),
        ])
        {
            using var request = new HttpRequestMessage(method, $"/api/v1/attempts/{attempt}/{path}");
            if (body != "") request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using var answer = await api.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var ines = await site.Site.SignInAsync(EvaluationSite.Ines);
        foreach (var page in (string[])["evaluations", "recording", "recording/video"])
        {
            using var answer = await ines.GetAsync($"/attempts/{attempt}/{page}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }
    }

    [Theory]
    [InlineData("POST", "/api/v1/incidents/00000000-0000-0000-0000-000000000001/undo")]
    public async Task A_learner_takes_nothing_back(string method, string path)
    {
        using var api = await site.Site.ProgramAsync(EvaluationSite.Sacha);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await api.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_token_that_may_only_read_books_nothing()
    {
        using var api = await site.Site.ProgramAsync(EvaluationSite.Sacha, Scopes.ApiRead);
        using var answer = await api.PostAsync($"/api/v1/attempts/{Guid.CreateVersion7()}/bookings", new StringContent("""{"startsAt":"2030-01-01T10:00:00Z"}""", System.Text.Encoding.UTF8, "application/json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
