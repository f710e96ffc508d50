using System.Net;
using Academy.Evaluations.Works;
using Academy.Kernel.Outcomes;
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

    [Fact]
    public async Task A_video_that_is_too_large_or_for_the_work_of_others_is_refused_before_it_is_read()
    {
        var (attempt, commit) = await site.PassedAsync("Sacha Morel");
        var learner = await site.IdAsync("Sacha Morel");
        (await site.RunAsync<HandIn, Outcome>(h => h.RunAsync(attempt, commit, learner, CancellationToken.None))).Refusal.ShouldBeNull();
        using var sacha = await site.Site.SignInAsync(EvaluationSite.Sacha);
        using var ines = await site.Site.SignInAsync(EvaluationSite.Ines);

        using (var large = await SendAsync(sacha)) large.Headers.Location!.ToString().ShouldBe($"/attempts/{attempt}/recording");
        System.Net.WebUtility.HtmlDecode(await sacha.GetStringAsync($"/attempts/{attempt}/recording")).ShouldContain("La vidéo dépasse 200");
        using var foreign = await SendAsync(ines);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // Only the beginning is sent: the answer comes without the rest.
        async Task<HttpResponseMessage> SendAsync(HttpClient client)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/attempts/{attempt}/recording") { Content = new Promised(300L << 20) };
            request.Headers.ExpectContinue = true;
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }
    }

    /// <summary>A form that says how long it is.</summary>
    private sealed class Promised : HttpContent
    {
        public Promised(long length)
        {
            Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
            Headers.ContentLength = length;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new InvalidOperationException("Somebody has read it.");

        protected override bool TryComputeLength(out long length)
        {
            length = Headers.ContentLength!.Value;
            return true;
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
