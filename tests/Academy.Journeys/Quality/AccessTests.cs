using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Contracts.Curriculum;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Journeys.Quality;

/// <summary>Who may see what: every address that can be read, with every role. A new one fails here until it says who it is for.</summary>
public sealed class AccessTests
{
    /// <summary>
    /// Behind a sign-in, by route: who may. A learner's work is for that learner and for trainers; to everybody else who may ask
    /// at all it is hidden, as whoever is asked to evaluate it may come from any role.
    /// </summary>
    private static readonly Dictionary<string, Role> Signed = new()
    {
        ["skills"] = Role.Everybody,
        ["track"] = Role.Everybody,
        ["tracks"] = Role.Everybody,
        ["tracks/{slug}"] = Role.Everybody,
        ["projects/{slug}"] = Role.Everybody,
        ["projects/{slug}/register"] = Role.Learner,
        ["attempts/{id:guid}"] = WorkReaders,
        ["attempts/{attemptId:guid}/files/{**path}"] = Role.Everybody,
        ["attempts/{attemptId:guid}/history"] = Role.Everybody,
        ["attempts/{attemptId:guid}/commits/{sha}"] = Role.Everybody,
        ["attempts/{attemptId:guid}/external"] = Role.Everybody,
        ["attempts/{attemptId:guid}/gradings/{commit:length(40,64)}"] = WorkReaders,
        ["gradings/{id:guid}"] = WorkReaders,
        ["account/profile"] = Role.Everybody,
        ["account/security"] = Role.Everybody,
        ["account/tokens"] = Role.Everybody,
        ["admin/audit"] = Role.Operator,
        ["admin/content"] = Role.Trainer | Role.Operator,
        ["admin/gradings"] = Role.Operator,
        ["admin/invitations"] = Role.ProgrammeOfficer | Role.Operator,
        ["admin/operations"] = Role.Operator,
        ["admin/people"] = Role.Operator,
        ["admin/people/{id:guid}"] = Role.Operator,
        ["admin/regrades"] = Role.Trainer | Role.Operator,
        ["admin/regrades/{id:guid}"] = Role.Trainer | Role.Operator,
        ["api/v1/attempts"] = WorkReaders,
        ["api/v1/attempts/{id:guid}"] = WorkReaders,
        ["api/v1/attempts/{id:guid}/gradings"] = WorkReaders,
        ["api/v1/gradings/{id:guid}"] = WorkReaders,
        ["api/v1/gradings/{id:guid}/events"] = WorkReaders,
        ["api/v1/me"] = Role.Everybody,
        ["api/v1/operations/gradings"] = Role.Operator,
        ["api/v1/regrades"] = Role.Trainer | Role.Operator,
        ["api/v1/regrades/{id:guid}"] = Role.Trainer | Role.Operator,
        ["projects/{slug}/files/{release}/{**path}"] = Role.Everybody,
        ["api/v1/projects"] = Role.Everybody,
        ["api/v1/projects/{slug}"] = Role.Everybody,
    };

    /// <summary>Open to visitors.</summary>
    private static readonly string[] Open =
    [
        "", "welcome", "error/{status:int}", "account/sign-in", "account/sign-out", "account/sign-up", "account/forgotten-password", "account/reset-password",
        "account/invitation/{code}", "health/live", "health/ready", "openapi/{documentName}.json",
        // The first-run page is gone once there is an account; the design system's page is only there in development.
        "setup", "design",
        // Git asks for a password of its own: tests/Academy.Repositories.Tests.
        "git/{owner}/{name}.git/info/refs",
    ];

    /// <summary>Who may is tested where there is something to see: the PermissionTests of Evaluations, Notifications, Enrolment and Accounts.</summary>
    private static readonly string[] Elsewhere =
    [
        "admin/households/{id:guid}", "admin/households", "rules", "attempts/{id:guid}/give-up", "attempts/{id:guid}/team",
        "appointments", "defences/{id:guid}/code/{**path}", "defences/{id:guid}", "attempts/{attemptId:guid}/help", "help",
        "help/{id:guid}", "evaluations/incidents", "judging", "marks/{attemptId:guid}", "points", "admin/points",
        "evaluations/times", "attempts/{id:guid}/evaluations", "attempts/{id:guid}/recording", "notices/choices", "notices",
        "admin/webhooks", "admin/webhooks/{id:guid}", "learners", "learners/{id:guid}", "pace",
        "attempts/{id:guid}/recording/video", "api/v1/standing", "api/v1/invitations", "api/v1/attempts/{id:guid}/team",
        "api/v1/attempts/{id:guid}/team/candidates", "api/v1/slots", "api/v1/attempts/{id:guid}/times",
        "api/v1/appointments", "api/v1/points", "api/v1/incidents", "api/v1/help", "api/v1/attempts/{id:guid}/help",
        "api/v1/help/{id:guid}", "api/v1/pace", "api/v1/notices", "api/v1/webhooks", "api/v1/webhooks/{id:guid}/deliveries",
    ];

    private static readonly (string Email, Role Role, bool IsOwner)[] People =
    [
        ("apprenant@demo.academy", Role.Learner, true),
        ("apprenante2@demo.academy", Role.Learner, false),
        ("mentor@demo.academy", Role.Mentor, false),
        ("formateur@demo.academy", Role.Trainer, false),
        ("tuteur@demo.academy", Role.CompanyTutor, false),
        ("programme@demo.academy", Role.ProgrammeOfficer, false),
        ("admin@demo.academy", Role.Operator, false),
    ];

    private const Role WorkReaders = Role.Learner | Role.Trainer;

    [Fact]
    public async Task Everybody_sees_what_is_theirs_and_nothing_else()
    {
        await using var site = await TestSite.StartAsync();
        var routes = Routes(site).ToList();
        routes.Except(Open).Except(Elsewhere).Except(Signed.Keys).ShouldBeEmpty("does not say who may");
        Signed.Keys.Concat(Elsewhere).Except(routes).ShouldBeEmpty("is no longer there");
        var places = await PlacesAsync(site);

        using var visitor = site.Client();
        foreach (var route in Signed.Keys) (await StatusAsync(visitor, places, route)).ShouldBe(HttpStatusCode.Unauthorized, route);

        foreach (var (email, role, isOwner) in People)
        {
            using var browser = await site.SignInAsync(email);
            foreach (var (route, allowed) in Signed)
            {
                var status = await StatusAsync(browser, places, route);
                var isOfWork = route.StartsWith("attempts/", StringComparison.Ordinal) || (allowed == WorkReaders && route.Contains('{', StringComparison.Ordinal));
                var isHidden = isOfWork && !isOwner && role != Role.Trainer;
                var expected = (allowed & role) == Role.None ? HttpStatusCode.Forbidden : isHidden ? HttpStatusCode.NotFound : HttpStatusCode.OK;
                status.ShouldBe(expected, $"{email} at {route}");
            }
        }
    }

    /// <summary>All that answers to GET, but files.</summary>
    private static IEnumerable<string> Routes(TestSite site) => site.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is null or [] || e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("GET"))
        .Select(e => e.RoutePattern.RawText!.Trim('/'))
        .Where(route => !Path.HasExtension(route) || route.EndsWith(".json", StringComparison.Ordinal))
        .Where(route => !route.StartsWith("_content/", StringComparison.Ordinal) && !route.StartsWith("{**", StringComparison.Ordinal))
        .Distinct();

    /// <summary>200 for every kind of yes, 401 for the way to the sign-in page.</summary>
    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Dictionary<string, string> places, string route)
    {
        var path = $"/{route}";
        foreach (var (name, value) in places) path = path.Replace(name, value);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        if (answer.StatusCode != HttpStatusCode.Redirect) return answer.StatusCode;

        return answer.Headers.Location!.ToString().Contains("/account/sign-in", StringComparison.Ordinal)
            ? HttpStatusCode.Unauthorized
            : HttpStatusCode.OK;
    }

    /// <summary>The trial of a regrade, as soon as the result counts.</summary>
    private static async Task<string> RegradeAsync(HttpClient program)
    {
        JsonElement regrade = default;
        await Until.TrueAsync(
            async () =>
            {
                using var answer = await program.PostAsJsonAsync("/api/v1/regrades", new { project = "hello" });
                if (!answer.IsSuccessStatusCode) return false;
                regrade = await answer.Content.ReadFromJsonAsync<JsonElement>();
                return true;
            },
            "a result to grade again");
        return regrade.GetProperty("id").GetString()!;
    }

    /// <summary>A learner's attempt with a grading, for the places in routes.</summary>
    private static async Task<Dictionary<string, string>> PlacesAsync(TestSite site)
    {
        var work = await Work.BeginAsync(site, People[0].Email, "hello");
        using var admin = await site.ProgramAsync("admin@demo.academy");
        var person = (await admin.JsonAsync(HttpMethod.Get, "/api/v1/me")).GetProperty("id").GetString()!;
        return new Dictionary<string, string>
        {
            ["{attemptId:guid}"] = work.AttemptId,
            ["attempts/{id:guid}"] = $"attempts/{work.AttemptId}",
            ["gradings/{id:guid}"] = $"gradings/{work.GradingId}",
            ["regrades/{id:guid}"] = $"regrades/{await RegradeAsync(admin)}",
            ["people/{id:guid}"] = $"people/{person}",
            ["{commit:length(40,64)}"] = work.Commit,
            ["{sha}"] = work.Commit,
            ["{release}/{**path}"] = $"{site.Services.GetRequiredService<ICurriculum>().Current!.Id}/bonjour.svg",
            ["{**path}"] = "",
            ["projects/{slug}"] = "projects/hello",
            ["tracks/{slug}"] = "tracks/basics",
        };
    }
}
