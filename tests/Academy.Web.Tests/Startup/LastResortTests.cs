using System.Net;
using Academy.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Academy.Web.Tests.Startup;

/// <summary>A site whose every page fails, the error page, too: as when the database is gone.</summary>
public sealed class LastResortTests : IAsyncLifetime
{
    private WebApplication _site = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _site = builder.Build();
        _site.UseMiddleware<SecurityHeaders>();
        _site.UseMiddleware<LastResort>();
        _site.UseExceptionHandler("/error/500");
        _site.Run(_ => throw new InvalidOperationException("secret detail"));
        await _site.StartAsync();
        var address = _site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Still_answers_with_words_and_a_number()
    {
        using var answer = await _client.GetAsync("/");

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("Quelque chose a cassé de notre côté");
        page.ShouldMatch("<code>[0-9a-zA-Z:]{8,}</code>");
        page.ShouldNotContain("secret detail");
    }

    [Fact]
    public async Task Keeps_the_security_headers()
    {
        using var answer = await _client.GetAsync("/");

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'self'");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }
}
