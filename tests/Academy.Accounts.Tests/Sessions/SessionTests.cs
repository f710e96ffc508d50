using System.Security.Claims;
using Academy.Accounts.Admin;
using Academy.Accounts.Sessions;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Accounts.Tests.Sessions;

public sealed class SessionTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_session_says_who_is_there_with_the_roles_of_today(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var user = await academy.UserAsync();
        var session = await academy.SessionAsync(user);
        (await FindAsync(academy, session))!.Roles().ShouldBe(Role.Learner);

        await academy.RunAsync<ChangeRoles, Outcome>(c => c.RunAsync(user.Id, Role.Mentor, CancellationToken.None));

        (await FindAsync(academy, session))!.Roles().ShouldBe(Role.Mentor);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_closed_session_is_nobody_at_once(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var user = await academy.UserAsync();
        var session = await academy.SessionAsync(user);
        var other = await academy.SessionAsync(user);
        await FindAsync(academy, session);

        await academy.RunAsync<CloseSession>(close => close.RunAsync(user.Id, session.Id, CancellationToken.None));

        (await FindAsync(academy, session)).ShouldBeNull();
        (await FindAsync(academy, other)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_closes_the_session_of_somebody_else()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var session = await academy.SessionAsync(await academy.UserAsync());
        var other = await academy.UserAsync("other@example.org");

        await academy.RunAsync<CloseSession>(close => close.RunAsync(other.Id, session.Id, CancellationToken.None));

        (await FindAsync(academy, session)).ShouldNotBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_session_lives_as_long_as_somebody_visits(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var session = await academy.SessionAsync(await academy.UserAsync());

        for (var i = 0; i < 3; i++)
        {
            academy.Clock.Advance(TimeSpan.FromDays(13));
            (await FindAsync(academy, session)).ShouldNotBeNull();
        }

        academy.Clock.Advance(TimeSpan.FromDays(14));
        (await FindAsync(academy, session)).ShouldBeNull();
    }

    [Fact]
    public async Task A_closed_account_is_signed_out_everywhere_and_opening_it_brings_no_session_back()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var user = await academy.UserAsync();
        var session = await academy.SessionAsync(user);

        await academy.RunAsync<LockAccount, Outcome>(l => l.RunAsync(user.Id, Guid.Empty, CancellationToken.None));
        (await FindAsync(academy, session)).ShouldBeNull();

        await academy.RunAsync<LockAccount, Outcome>(l => l.OpenAsync(user.Id, CancellationToken.None));
        (await FindAsync(academy, session)).ShouldBeNull();
    }

    private static Task<ClaimsPrincipal?> FindAsync(TestAcademy academy, Session session) =>
        academy.Services.GetRequiredService<OpenSessions>().FindAsync(session.Id, CancellationToken.None);
}
