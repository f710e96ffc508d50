using Academy.Accounts.Admin;
using Academy.Accounts.Audit;
using Academy.Accounts.Passwords;
using Academy.Accounts.Sessions;
using Academy.Accounts.SigningIn;
using Academy.Contracts.Accounts;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Testing;

namespace Academy.Accounts.Tests.Passwords;

public sealed class ResetPasswordTests
{
    private const string NewPassword = "quatre chevaux dans un pré";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_link_of_the_mail_sets_a_new_password_once_and_signs_everything_out(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var user = await academy.UserAsync();
        await academy.SessionAsync(user);
        await AskAsync(academy, "LEA@example.org");
        var mail = Letter.In(academy.Folder).ShouldHaveSingleItem();
        mail.To.ShouldBe("lea@example.org");

        (await ResetAsync(academy, user.Id, mail.Query("code"))).IsRefused.ShouldBeFalse();

        (await SignInAsync(academy, NewPassword)).ShouldBe(user.Id);
        (await SignInAsync(academy, Given.Password)).ShouldBeNull();
        (await academy.AllAsync<Session>()).ShouldBeEmpty();
        (await academy.AllAsync<SecurityEvent>()).ShouldContain(e => e.Kind == SecurityEventKind.PasswordReset && e.UserId == user.Id);
        (await ResetAsync(academy, user.Id, mail.Query("code"))).Refusal!.Code.ShouldBe("reset-link-used");
    }

    [Fact]
    public async Task A_mail_tells_the_owner_of_the_new_password()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var user = await academy.UserAsync(language: "en");
        await AskAsync(academy, user.Email!);
        await ResetAsync(academy, user.Id, Letter.In(academy.Folder)[0].Query("code"));

        await academy.DeliverAsync();

        Letter.In(academy.Folder).Select(m => m.Subject).ShouldBe(["Choose a new password", "Your password was changed"], ignoreOrder: true);
    }

    [Fact]
    public async Task Mails_are_in_the_language_of_the_person()
    {
        await using var academy = await TestAcademy.CreateAsync();
        await academy.UserAsync();
        await AskAsync(academy, "lea@example.org");
        var mail = Letter.In(academy.Folder).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Choisir un nouveau mot de passe");
        mail.Body.ShouldStartWith("Bonjour Léa Martin,");
    }

    [Fact]
    public async Task Nothing_is_sent_to_an_address_without_account()
    {
        await using var academy = await TestAcademy.CreateAsync();
        await AskAsync(academy, "nobody@example.org");
        Letter.In(academy.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_who_asks_again_and_again_does_not_flood_a_mailbox()
    {
        await using var academy = await TestAcademy.CreateAsync();
        await academy.UserAsync();
        for (var i = 0; i < 3; i++) await AskAsync(academy, "lea@example.org");
        Letter.In(academy.Folder).Count.ShouldBe(1);

        academy.Clock.Advance(TimeSpan.FromMinutes(4));
        await AskAsync(academy, "lea@example.org");
        Letter.In(academy.Folder).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_new_password_lifts_the_pause_after_wrong_ones()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var user = await academy.UserAsync();
        for (var i = 0; i < CheckPassword.TriesBeforePause; i++) await SignInAsync(academy, "wrong");
        (await SignInAsync(academy, Given.Password)).ShouldBeNull();

        await AskAsync(academy, "lea@example.org");
        await ResetAsync(academy, user.Id, Letter.In(academy.Folder)[0].Query("code"));

        (await SignInAsync(academy, NewPassword)).ShouldBe(user.Id);
    }

    [Fact]
    public async Task A_code_is_good_for_its_own_account_only()
    {
        await using var academy = await TestAcademy.CreateAsync();
        await academy.UserAsync();
        var other = await academy.UserAsync("other@example.org", "Other");
        await AskAsync(academy, "lea@example.org");
        var code = Letter.In(academy.Folder)[0].Query("code");

        (await ResetAsync(academy, other.Id, code)).Refusal!.Code.ShouldBe("reset-link-used");
        (await ResetAsync(academy, Guid.Empty, code)).Refusal!.Code.ShouldBe("reset-link-used");
        (await ResetAsync(academy, other.Id, "nonsense")).Refusal!.Code.ShouldBe("reset-link-used");
    }

    [Fact]
    public async Task A_refused_password_leaves_the_link_good()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var user = await academy.UserAsync();
        await AskAsync(academy, "lea@example.org");
        var code = Letter.In(academy.Folder)[0].Query("code");

        (await ResetAsync(academy, user.Id, code, "azertyuiop")).Refusal!.Code.ShouldBe("password-common");
        (await ResetAsync(academy, user.Id, code)).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_closed_account_gets_no_link()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var user = await academy.UserAsync();
        await academy.RunAsync<LockAccount, Outcome>(l => l.RunAsync(user.Id, Guid.Empty, CancellationToken.None));
        await AskAsync(academy, "lea@example.org");
        Letter.In(academy.Folder).ShouldBeEmpty();
    }

    private static async Task AskAsync(TestAcademy academy, string email)
    {
        await academy.RunAsync<AskPasswordReset>(ask => ask.RunAsync(email, CancellationToken.None));
        await academy.DeliverAsync();
    }

    private static Task<Outcome> ResetAsync(TestAcademy academy, Guid userId, string code, string password = NewPassword) =>
        academy.RunAsync<ResetPassword, Outcome>(reset => reset.RunAsync(userId, code, password, CancellationToken.None));

    private static async Task<Guid?> SignInAsync(TestAcademy academy, string password) =>
        (await academy.RunAsync<IPeople, Person?>(p => p.SignInAsync("lea@example.org", password, CancellationToken.None)))?.Id;
}
