using System.Net;
using Academy.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Journeys.Quality;

/// <summary>Who may see what: every address that can be read, with every role. A new one fails here until <see cref="AccessTable"/> says who it is for.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task Everybody_sees_what_is_theirs_and_nothing_else()
    {
        using var content = new EvaluatedContent(peers: 1);
        await using var site = await TestSite.StartAsync(content.Setting);
        var routes = Routes(site).ToList();
        routes.Except(AccessTable.Open).Except(AccessTable.Signed.Keys).ShouldBeEmpty("does not say who may");
        AccessTable.Signed.Keys.Except(routes).ShouldBeEmpty("is no longer there");
        var places = await AccessPlaces.MakeAsync(site);

        using var visitor = site.Client();
        foreach (var route in AccessTable.Signed.Keys) (await StatusAsync(visitor, places, route)).ShouldBe(HttpStatusCode.Unauthorized, route);

        foreach (var (email, role, visitorIs) in AccessTable.Visitors)
        {
            using var browser = await site.SignInAsync(email);
            foreach (var (route, access) in AccessTable.Signed)
            {
                var expected = !access.May.HasFlag(role) ? HttpStatusCode.Forbidden
                    : access.Sees.HasFlag(visitorIs) ? HttpStatusCode.OK
                    : HttpStatusCode.NotFound;
                (await StatusAsync(browser, places, route)).ShouldBe(expected, $"{email} at {route}");
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
        foreach (var (name, value) in places) path = path.Replace(name, value, StringComparison.Ordinal);
        path.ShouldNotContain("{", customMessage: "nothing real stands for a place of this route");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        if (answer.StatusCode is HttpStatusCode.NoContent) return HttpStatusCode.OK;
        if (answer.StatusCode != HttpStatusCode.Redirect) return answer.StatusCode;

        return answer.Headers.Location!.ToString().Contains("/account/sign-in", StringComparison.Ordinal)
            ? HttpStatusCode.Unauthorized
            : HttpStatusCode.OK;
    }
}
