using System.Security.Claims;
using Academy.Accounts.Admin;
using Academy.Accounts.Audit;
using Academy.Accounts.Tokens;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;

namespace Academy.Accounts.Tests.Tokens;

public sealed class TokenTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_token_speaks_for_its_owner_within_its_scopes(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var user = await academy.UserAsync();
        var made = await MakeAsync(academy, user.Id, ["git:read", "git:read", "git:write"]);

        var principal = await FindAsync(academy, made.Value!.Secret);

        principal.ShouldNotBeNull().Id().ShouldBe(user.Id);
        principal.HasScope(Scopes.GitRead).ShouldBeTrue();
        principal.HasScope(Scopes.ApiRead).ShouldBeFalse();
        (await academy.AllAsync<AccessToken>()).Single().Scopes.ShouldBe(["git:read", "git:write"]);
        (await academy.AllAsync<SecurityEvent>()).ShouldContain(e => e.Kind == SecurityEventKind.TokenMade && e.Detail == "laptop");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_token_ends_by_itself(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var made = await MakeAsync(academy, (await academy.UserAsync()).Id, ["*"], days: 7);

        academy.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        (await FindAsync(academy, made.Value!.Secret)).ShouldNotBeNull();
        academy.Clock.Advance(TimeSpan.FromSeconds(1));
        (await FindAsync(academy, made.Value.Secret)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_revoked_token_is_refused_at_once(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var user = await academy.UserAsync();
        var made = await MakeAsync(academy, user.Id, ["*"]);

        (await RevokeAsync(academy, user.Id, made.Value!.Id)).IsRefused.ShouldBeFalse();

        (await FindAsync(academy, made.Value.Secret)).ShouldBeNull();
        (await RevokeAsync(academy, user.Id, made.Value.Id)).Refusal!.Status.ShouldBe(404);
    }

    [Fact]
    public async Task Nobody_revokes_the_token_of_somebody_else()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var made = await MakeAsync(academy, (await academy.UserAsync()).Id, ["*"]);
        var other = await academy.UserAsync("other@example.org");

        (await RevokeAsync(academy, other.Id, made.Value!.Id)).Refusal!.Status.ShouldBe(404);
        (await FindAsync(academy, made.Value.Secret)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Tokens_of_a_closed_account_are_refused()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var user = await academy.UserAsync();
        var made = await MakeAsync(academy, user.Id, ["*"]);
        await academy.RunAsync<LockAccount, Outcome>(l => l.RunAsync(user.Id, Guid.Empty, CancellationToken.None));
        (await FindAsync(academy, made.Value!.Secret)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_last_use_is_kept_to_a_few_minutes(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var made = await MakeAsync(academy, (await academy.UserAsync()).Id, ["*"]);
        async Task<DateTimeOffset?> LastUsedAsync() => (await academy.AllAsync<AccessToken>()).Single().LastUsedAt;
        (await LastUsedAsync()).ShouldBeNull();

        var first = academy.Clock.GetUtcNow();
        await FindAsync(academy, made.Value!.Secret);
        academy.Clock.Advance(TimeSpan.FromMinutes(4));
        await FindAsync(academy, made.Value.Secret);
        (await LastUsedAsync()).ShouldBe(first);

        academy.Clock.Advance(TimeSpan.FromMinutes(4));
        await FindAsync(academy, made.Value.Secret);
        (await LastUsedAsync()).ShouldBe(academy.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_secret_is_kept_as_a_hash_only()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var made = await MakeAsync(academy, (await academy.UserAsync()).Id, ["*"]);
        var row = (await academy.AllAsync<AccessToken>()).Single();
        row.Hash.ShouldBe(AccessToken.HashOf(made.Value!.Secret));
        System.Text.Json.JsonSerializer.Serialize(row).ShouldNotContain(made.Value.Secret);
    }

    [Fact]
    public async Task There_is_a_most()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var user = await academy.UserAsync();
        for (var i = 0; i < MakeToken.MostPerPerson; i++) (await MakeAsync(academy, user.Id, ["*"])).IsRefused.ShouldBeFalse();
        (await MakeAsync(academy, user.Id, ["*"])).Refusal!.Code.ShouldBe("too-many-tokens");
    }

    private static Task<Outcome<NewToken>> MakeAsync(TestAcademy academy, Guid userId, string[] scopes, int? days = 30) =>
        academy.RunAsync<MakeToken, Outcome<NewToken>>(make => make.RunAsync(userId, "laptop", scopes, days, CancellationToken.None));

    private static Task<Outcome> RevokeAsync(TestAcademy academy, Guid userId, Guid tokenId) =>
        academy.RunAsync<RevokeToken, Outcome>(revoke => revoke.RunAsync(userId, tokenId, CancellationToken.None));

    private static Task<ClaimsPrincipal?> FindAsync(TestAcademy academy, string secret) =>
        academy.RunAsync<FindToken, ClaimsPrincipal?>(find => find.RunAsync(secret, "Test", CancellationToken.None));
}
