using Academy.Accounts.Inviting;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;

namespace Academy.Accounts.Tests.Inviting;

public sealed class OpenSignUpTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_link_by_mail_makes_a_learner(DatabaseProvider provider)
    {
        await using var academy = await OpenAsync(provider);
        await AskAsync(academy, "new@example.org");
        var mail = Letter.In(academy.Folder).ShouldHaveSingleItem();

        var made = await academy.RunAsync<AcceptInvitation, Outcome<User>>(accept =>
            accept.RunAsync(mail.Link.Split('/')[^1], null, "Noé", Given.Password, "fr", CancellationToken.None));

        made.Value!.Roles.ShouldBe(Role.Learner);
        made.Value.Email.ShouldBe("new@example.org");
        made.Value.EmailConfirmed.ShouldBeTrue();
    }

    [Fact]
    public async Task Somebody_who_has_an_account_is_told_so_by_mail_not_on_the_page()
    {
        await using var academy = await OpenAsync();
        await academy.UserAsync();

        (await AskAsync(academy, "lea@example.org")).IsRefused.ShouldBeFalse();

        Letter.In(academy.Folder).ShouldHaveSingleItem().Subject.ShouldBe("Tu as déjà un compte");
        (await academy.AllAsync<Invitation>()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("new@example.org")]
    [InlineData("lea@example.org")]
    public async Task Asking_again_and_again_does_not_flood_a_mailbox(string email)
    {
        await using var academy = await OpenAsync();
        await academy.UserAsync();
        for (var i = 0; i < 3; i++) await AskAsync(academy, email);
        Letter.In(academy.Folder).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_that_no_mail_can_reach_is_refused_at_once()
    {
        await using var academy = await OpenAsync();
        (await AskAsync(academy, "a b@example.org")).Refusal!.Code.ShouldBe("email-wrong");
    }

    [Fact]
    public async Task Is_closed_unless_it_is_opened()
    {
        await using var academy = await TestAcademy.CreateAsync();
        (await AskAsync(academy, "new@example.org")).Refusal!.Code.ShouldBe("sign-up-by-invitation");
        Letter.In(academy.Folder).ShouldBeEmpty();
    }

    private static Task<TestAcademy> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite) =>
        TestAcademy.CreateAsync(provider, ("Accounts:SignUp", "Open"));

    private static async Task<Outcome> AskAsync(TestAcademy academy, string email)
    {
        var outcome = await academy.RunAsync<AskSignUp, Outcome>(ask => ask.RunAsync(email, "fr", CancellationToken.None));
        await academy.DeliverAsync();
        return outcome;
    }
}
