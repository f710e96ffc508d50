using Academy.Accounts.Admin;
using Academy.Accounts.Audit;
using Academy.Accounts.People;
using Academy.Accounts.SigningIn;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;

namespace Academy.Accounts.Tests.SigningIn;

public sealed class CheckPasswordTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Too_many_wrong_tries_make_a_pause_in_which_the_right_password_is_refused_too(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        await academy.UserAsync();

        for (var i = 0; i < CheckPassword.TriesBeforePause; i++)
            (await CheckAsync(academy, "wrong")).Refusal!.Code.ShouldBe("wrong-password");
        (await CheckAsync(academy, Given.Password)).Refusal!.Code.ShouldBe("wrong-password");

        academy.Clock.Advance(CheckPassword.Pause + TimeSpan.FromSeconds(1));
        (await CheckAsync(academy, Given.Password)).IsRefused.ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_right_password_forgets_the_wrong_ones_before_it(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        await academy.UserAsync();

        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < CheckPassword.TriesBeforePause - 1; i++) await CheckAsync(academy, "wrong");
            (await CheckAsync(academy, Given.Password)).IsRefused.ShouldBeFalse();
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Guesses_at_the_same_moment_are_all_counted(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        await academy.UserAsync();

        await Task.WhenAll(Enumerable.Range(0, CheckPassword.TriesBeforePause).Select(_ => CheckAsync(academy, "wrong")));

        (await CheckAsync(academy, Given.Password)).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public async Task A_closed_account_says_so_to_its_owner_only()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var user = await academy.UserAsync();
        await academy.RunAsync<LockAccount, Outcome>(l => l.RunAsync(user.Id, Guid.Empty, CancellationToken.None));

        (await CheckAsync(academy, Given.Password)).Refusal!.Code.ShouldBe("account-locked");
        (await CheckAsync(academy, "wrong")).Refusal!.Code.ShouldBe("wrong-password");
    }

    [Fact]
    public async Task Wrong_tries_and_the_pause_are_in_the_log()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var user = await academy.UserAsync();

        for (var i = 0; i < CheckPassword.TriesBeforePause; i++) await CheckAsync(academy, "wrong");

        var events = await academy.AllAsync<SecurityEvent>();
        events.Count(e => e.Kind == SecurityEventKind.SignInFailed && e.UserId == user.Id).ShouldBe(CheckPassword.TriesBeforePause - 1);
        events.Count(e => e.Kind == SecurityEventKind.SignInPaused && e.UserId == user.Id).ShouldBe(1);
    }

    private static Task<Outcome<User>> CheckAsync(TestAcademy academy, string password) =>
        academy.RunAsync<CheckPassword, Outcome<User>>(check => check.RunAsync("lea@example.org", password, CancellationToken.None));
}
