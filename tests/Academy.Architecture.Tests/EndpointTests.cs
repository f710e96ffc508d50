using Academy.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Architecture.Tests;

public sealed class EndpointTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public void Every_endpoint_names_a_policy_or_says_that_it_is_open()
    {
        // The framework's own answer for static files that are not there; the fallback policy closes it.
        var forgotten = Endpoints()
            .Where(e => e.DisplayName != "Fallback {**path:file}")
            .Where(e => e.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => a.Policy is null)
                && e.Metadata.GetMetadata<AuthorizationPolicy>() is null
                && e.Metadata.GetMetadata<IAllowAnonymous>() is null);

        forgotten.Select(e => e.DisplayName).ShouldBeEmpty();
    }

    [Fact]
    public void Every_call_of_the_api_is_limited_and_described()
    {
        foreach (var endpoint in Endpoints().Where(e => e.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true))
        {
            var name = endpoint.RoutePattern.RawText;
            endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.RateLimiting.EnableRateLimitingAttribute>().ShouldNotBeNull(name);
            endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IEndpointSummaryMetadata>().ShouldNotBeNull(name);
        }
    }

    private IEnumerable<RouteEndpoint> Endpoints() =>
        _site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();
}
