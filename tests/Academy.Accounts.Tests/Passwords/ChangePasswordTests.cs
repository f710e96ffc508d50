using Academy.Accounts.Passwords;
using Academy.Accounts.Sessions;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;

namespace Academy.Accounts.Tests.Passwords;

public sealed class ChangePasswordTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keeps_this_browser_and_signs_the_others_out(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var user = await academy.UserAsync();
        var here = await academy.SessionAsync(user);
        await academy.SessionAsync(user, "Chrome, Android");

        (await ChangeAsync(academy, user.Id, here.Id, Given.Password, "quatre chevaux dans un pré")).IsRefused.ShouldBeFalse();

        (await academy.AllAsync<Session>()).ShouldHaveSingleItem().Id.ShouldBe(here.Id);
    }

    [Fact]
    public async Task Refuses_without_the_current_password()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var user = await academy.UserAsync();
        (await ChangeAsync(academy, user.Id, Guid.Empty, "wrong", "quatre chevaux dans un pré")).Refusal!.Code.ShouldBe("wrong-current-password");
    }

    [Fact]
    public async Task Refuses_a_password_that_is_too_easy()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var user = await academy.UserAsync();
        (await ChangeAsync(academy, user.Id, Guid.Empty, Given.Password, "lea.martin")).Refusal!.Code.ShouldBe("password-personal");
    }

    private static Task<Outcome> ChangeAsync(TestAcademy academy, Guid userId, Guid sessionId, string current, string password) =>
        academy.RunAsync<ChangePassword, Outcome>(c => c.RunAsync(userId, sessionId, current, password, CancellationToken.None));
}
