using Academy.Testing;

namespace Academy.Accounts.Tests;

/// <summary>One demo site for all tests that only visit it.</summary>
public sealed class AccountsSite : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await TestSite.StartAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class OnTheSite : ICollectionFixture<AccountsSite>
{
    public const string Name = "site";
}
