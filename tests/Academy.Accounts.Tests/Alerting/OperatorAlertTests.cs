using Academy.Contracts.Grading;
using Academy.Testing;

namespace Academy.Accounts.Tests.Alerting;

public sealed class OperatorAlertTests
{
    [Fact]
    public async Task Operators_and_nobody_else_get_a_mail_about_an_alert()
    {
        await using var academy = await TestAcademy.CreateAsync(settings: ("Demo:Enabled", "true"));

        await academy.PublishAsync(new OperatorAlerted(Guid.CreateVersion7(), "panier: total (TestSays)", academy.Clock.GetUtcNow()));

        Letter.In(academy.Folder).ShouldHaveSingleItem().To.ShouldContain("admin@demo.academy");
    }
}
