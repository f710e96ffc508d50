using System.Text;
using Academy.Accounts.Audit;
using Academy.Accounts.Inviting;
using Academy.Accounts.People;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Testing;
using Microsoft.EntityFrameworkCore;

namespace Academy.Accounts.Tests.Inviting;

public sealed class InvitationTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_link_makes_one_account_with_the_roles_of_the_invitation(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var code = await InviteAsync(academy, Role.Mentor | Role.Trainer);

        var made = await AcceptAsync(academy, code, "new@example.org");

        made.Value!.Roles.ShouldBe(Role.Mentor | Role.Trainer);
        made.Value.Language.ShouldBe("en");
        made.Value.EmailConfirmed.ShouldBeFalse();
        (await AcceptAsync(academy, code, "second@example.org")).Refusal!.Code.ShouldBe("invitation-gone");
        (await academy.AllAsync<User>()).ShouldHaveSingleItem();
        (await academy.AllAsync<SecurityEvent>()).Select(e => e.Kind).ShouldBe(
            [SecurityEventKind.InvitationMade, SecurityEventKind.AccountMade, SecurityEventKind.InvitationUsed], ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_people_with_the_same_link_make_one_account(DatabaseProvider provider)
    {
        await using var academy = await TestAcademy.CreateAsync(provider);
        var code = await InviteAsync(academy);

        var outcomes = await Task.WhenAll(AcceptAsync(academy, code, "one@example.org"), AcceptAsync(academy, code, "two@example.org"));

        outcomes.Count(o => !o.IsRefused).ShouldBe(1);
        (await academy.AllAsync<User>()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_link_stops_working_in_time()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var code = await InviteAsync(academy);
        academy.Clock.Advance(TimeSpan.FromDays(7));
        (await AcceptAsync(academy, code, "late@example.org")).Refusal!.Code.ShouldBe("invitation-gone");
    }

    [Fact]
    public async Task A_withdrawn_link_does_not_work()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var code = await InviteAsync(academy);
        var id = (await academy.AllAsync<Invitation>()).Single().Id;

        (await RevokeAsync(academy, id)).IsRefused.ShouldBeFalse();

        (await AcceptAsync(academy, code, "late@example.org")).Refusal!.Code.ShouldBe("invitation-gone");
        (await RevokeAsync(academy, id)).Refusal!.Code.ShouldBe("invitation-gone");
    }

    [Fact]
    public async Task An_address_has_one_account_only_and_the_link_stays_good()
    {
        await using var academy = await TestAcademy.CreateAsync();
        await academy.UserAsync("lea@example.org");
        var code = await InviteAsync(academy);

        (await AcceptAsync(academy, code, "LEA@example.org")).Refusal!.Code.ShouldBe("email-taken");
        (await AcceptAsync(academy, code, "lea2@example.org")).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task An_easy_password_is_refused_and_the_link_stays_good()
    {
        await using var academy = await TestAcademy.CreateAsync();
        var code = await InviteAsync(academy);
        (await AcceptAsync(academy, code, "new@example.org", "azertyuiop")).Refusal!.Code.ShouldBe("password-common");
        (await AcceptAsync(academy, code, "new@example.org")).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_mailed_link_goes_with_its_address_and_proves_it()
    {
        await using var academy = await TestAcademy.CreateAsync();
        (await MakeAsync(academy, Role.Operator, Role.Learner, "new@example.org")).Value.ShouldBeNull();
        await academy.DeliverAsync();
        var mail = Letter.In(academy.Folder).ShouldHaveSingleItem();
        mail.To.ShouldBe("new@example.org");
        mail.Subject.ShouldBe("Your account at the academy");

        var made = await AcceptAsync(academy, mail.Link.Split('/')[^1], "somebody.else@example.org");

        made.Value!.Email.ShouldBe("new@example.org");
        made.Value.EmailConfirmed.ShouldBeTrue();
    }

    [Fact]
    public async Task The_code_of_a_link_is_nowhere_in_the_database()
    {
        await using var academy = await TestAcademy.CreateAsync();
        await MakeAsync(academy, Role.Operator, Role.Learner, "new@example.org");
        await academy.DeliverAsync();
        var code = Letter.In(academy.Folder)[0].Link.Split('/')[^1];

        var files = Directory.GetFiles(academy.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".eml", StringComparison.Ordinal));
        var database = await academy.RunAsync<AcademyDb, string>(db => Task.FromResult(db.Database.GetDbConnection().DataSource));
        foreach (var file in files.Append(database).Append(database + "-wal").Where(File.Exists))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            (await reader.ReadToEndAsync()).ShouldNotContain(code);
        }
    }

    [Theory]
    [InlineData(Role.ProgrammeOfficer, Role.Learner, null)]
    [InlineData(Role.ProgrammeOfficer, Role.Trainer | Role.Mentor, null)]
    [InlineData(Role.ProgrammeOfficer, Role.Operator, "role-not-yours")]
    [InlineData(Role.ProgrammeOfficer, Role.Learner | Role.ProgrammeOfficer, "role-not-yours")]
    [InlineData(Role.ProgrammeOfficer, Role.Everybody, "role-not-yours")]
    [InlineData(Role.Operator, Role.Operator, null)]
    [InlineData(Role.Operator, Role.None, "choose-role")]
    public async Task Nobody_gives_more_power_than_they_may(Role inviter, Role roles, string? refusal)
    {
        await using var academy = await TestAcademy.CreateAsync();
        var made = await MakeAsync(academy, inviter, roles);
        made.Refusal?.Code.ShouldBe(refusal);
        made.IsRefused.ShouldBe(refusal is not null);
        (await academy.AllAsync<Invitation>()).Count.ShouldBe(refusal is null ? 1 : 0);
    }

    private static async Task<string> InviteAsync(TestAcademy academy, Role roles = Role.Learner) =>
        (await MakeAsync(academy, Role.Operator, roles)).Value!;

    private static Task<Outcome<string?>> MakeAsync(TestAcademy academy, Role inviter, Role roles, string? email = null) =>
        academy.RunAsync<MakeInvitation, Outcome<string?>>(make =>
            make.RunAsync(Guid.CreateVersion7(), inviter, roles, email, "en", days: 7, CancellationToken.None));

    private static Task<Outcome> RevokeAsync(TestAcademy academy, Guid id) =>
        academy.RunAsync<RevokeInvitation, Outcome>(revoke => revoke.RunAsync(id, CancellationToken.None));

    private static Task<Outcome<User>> AcceptAsync(TestAcademy academy, string code, string email, string password = Given.Password) =>
        academy.RunAsync<AcceptInvitation, Outcome<User>>(accept =>
            accept.RunAsync(code, email, "New Person", password, "en", CancellationToken.None));
}
