using Academy.Accounts.Passwords;

namespace Academy.Accounts.Tests.Passwords;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("vélo jaune sous la pluie")]
    [InlineData("correct cheval pile agrafe")]
    [InlineData("academie-demo")]
    [InlineData("xk29!fmw0q")]
    [InlineData("Léa adore les tartes aux prunes")]
    [InlineData("日本語日本語パスワード")]
    public void Accepts_what_is_long_and_not_obvious(string password) => Code(password).ShouldBeNull();

    [Theory]
    [InlineData("court")]
    [InlineData("neufneuf9")]
    public void Refuses_what_is_short(string password) => Code(password).ShouldBe("password-length");

    [Fact]
    public void Refuses_what_is_endless() => Code(new string('x', 100) + new string('y', 101)).ShouldBe("password-length");

    [Theory]
    [InlineData("azertyuiop")]
    [InlineData("AzertyUIOP")]
    [InlineData("motdepasse2026")]
    [InlineData("Motdepasse1!")]
    [InlineData("password123456")]
    [InlineData("1234567890")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("121212121212")]
    [InlineData("Doudou123456")]
    public void Refuses_what_everybody_tries_first(string password) => Code(password).ShouldBe("password-common");

    [Theory]
    [InlineData("lea.martin@example.org")]
    [InlineData("LéaMartin2026")]
    [InlineData("martinmartin")]
    [InlineData("martin-lea-12")]
    public void Refuses_little_more_than_the_person(string password) => Code(password).ShouldBe("password-personal");

    private static string? Code(string password) => PasswordRules.Check(password, "lea.martin@example.org", "Léa Martin").Refusal?.Code;
}
