using Academy.Accounts.Audit;
using Academy.Accounts.Inviting;
using Academy.Accounts.Jobs;
using Academy.Accounts.Sessions;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Academy.Testing;

namespace Academy.Accounts.Tests.Jobs;

public sealed class TidyAccountsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Forgets_what_has_served_its_time_and_nothing_else(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider, ("Accounts:AuditDays", "100"));
        var user = await academy.UserAsync();
        await FillAsync(academy, user.Id);
        await academy.SessionAsync(user);
        academy.Clock.Advance(TimeSpan.FromDays(101));
        await FillAsync(academy, user.Id);
        var fresh = await academy.SessionAsync(user);

        await academy.RunAsync<TidyAccounts>(tidy => tidy.RunAsync(CancellationToken.None));

        (await academy.AllAsync<SecurityEvent>()).Count.ShouldBe(1);
        (await academy.AllAsync<Invitation>()).Count.ShouldBe(1);
        (await academy.AllAsync<Session>()).ShouldHaveSingleItem().Id.ShouldBe(fresh.Id);
    }

    private static async Task FillAsync(TestAcademy academy, Guid userId)
    {
        var now = academy.Clock.GetUtcNow();
        await academy.SaveAsync(new SecurityEvent(SecurityEventKind.SignedIn, userId, null, "", null, now));
        await academy.SaveAsync(new Invitation(Invitation.MakeCode(), Role.Learner, null, null, now.AddMinutes(1), now));
    }
}
