using System.Globalization;
using Academy.Accounts.Passwords;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Academy.Testing;

namespace Academy.Accounts.Tests.Mail;

public sealed class PostboxTests
{
    [Fact]
    public async Task Sends_by_smtp_where_a_server_is_set()
    {
        using var server = new SmtpServer(refusals: 0);
        await using var academy = await WithAsync(server);

        await AskAsync(academy);

        var message = server.Received.ShouldHaveSingleItem();
        message.ShouldContain("To: lea@example.org");
        message.ShouldContain("From: \"Test\" <test@example.org>");
        Directory.Exists(Path.Combine(academy.Folder, "mail")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_mail_that_the_server_does_not_take_is_sent_later()
    {
        using var server = new SmtpServer(refusals: 2);
        await using var academy = await WithAsync(server);

        await AskAsync(academy);
        server.Received.ShouldBeEmpty();
        (await academy.AllAsync<OutboxMessage>()).ShouldHaveSingleItem().Attempts.ShouldBe(1);

        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        await academy.DeliverAsync();
        server.Received.ShouldBeEmpty();

        academy.Clock.Advance(TimeSpan.FromMinutes(1));
        await academy.DeliverAsync();
        server.Received.Count.ShouldBe(1);
        (await academy.AllAsync<OutboxMessage>()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Mail:From", "not an address", "Mail:From")]
    [InlineData("Mail:Smtp:User", "only-a-user", "Mail:Smtp:User")]
    [InlineData("Mail:Smtp:Port", "0", "Mail:Smtp:Port")]
    [InlineData("Accounts:SignUp", "7", "Accounts:SignUp")]
    [InlineData("Accounts:AuditDays", "1", "Accounts:AuditDays")]
    public async Task A_wrong_setting_is_named_at_start(string key, string value, string named)
    {
        var error = await Should.ThrowAsync<Exception>(async () =>
        {
            await using var site = await TestSite.StartAsync((key, value));
        });
        error.Message.ShouldContain(named);
    }

    private static Task<TestAcademy> WithAsync(SmtpServer server) => TestAcademy.CreateAsync(
        DatabaseProvider.Sqlite,
        ("Mail:From", "Test <test@example.org>"),
        ("Mail:Smtp:Host", "127.0.0.1"),
        ("Mail:Smtp:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
        ("Mail:Smtp:Tls", "false"));

    private static async Task AskAsync(TestAcademy academy)
    {
        await academy.UserAsync();
        await academy.RunAsync<AskPasswordReset>(ask => ask.RunAsync("lea@example.org", CancellationToken.None));
        await academy.DeliverAsync();
    }
}
