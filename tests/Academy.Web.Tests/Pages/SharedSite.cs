using Academy.Testing;

namespace Academy.Web.Tests.Pages;

/// <summary>One site for the tests of a class, which only read.</summary>
public sealed class SharedSite : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await TestSite.StartAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
