using System.Text.Json;
using Academy.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Journeys.Quality;

/// <summary>What programs can do is described: each operation says what it is for, what it answers, and how it refuses.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task Every_operation_of_the_api_is_described()
    {
        await using var site = await TestSite.StartAsync(("Grading:InProcess", "false"));
        using var visitor = site.Client();
        var document = await visitor.JsonAsync(HttpMethod.Get, "/openapi/v1.json");
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Path: path.Name, Method: operation.Name.ToUpperInvariant(), operation.Value)))
            .Where(o => o.Path.StartsWith("/api/v1/", StringComparison.Ordinal))
            .ToList();

        described.Select(o => $"{o.Method} {o.Path}").Order().ShouldBe(Operations(site).Distinct().Order());
        foreach (var (path, method, operation) in described)
        {
            var name = $"{method} {path}";
            operation.TryGetProperty("summary", out var summary).ShouldBeTrue(name);
            summary.GetString().ShouldNotBeNullOrWhiteSpace(name);
            operation.GetProperty("tags").GetArrayLength().ShouldBe(1, name);
            var answers = operation.GetProperty("responses").EnumerateObject().ToDictionary(a => a.Name, a => a.Value);
            answers.Keys.ShouldContain(status => status.StartsWith('2'), name);
            if (path.Contains('{')) answers.Keys.ShouldContain("404", name);
            foreach (var (status, answer) in answers.Where(a => a.Key.StartsWith('4')))
                answer.GetProperty("content").EnumerateObject().Select(c => c.Name).ShouldBe(["application/problem+json"], $"{name}: {status}");
        }
    }

    private static IEnumerable<string> Operations(TestSite site) => site.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal))
        .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {Plain(e.RoutePattern)}"));

    /// <summary>Without what the route says about its places.</summary>
    private static string Plain(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            _ => "",
        }))));
}
