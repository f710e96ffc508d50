using Academy.Kernel.Texts;

namespace Academy.Kernel.Tests.Texts;

public sealed class FrenchSpacesTests
{
    [Theory]
    [InlineData("Prêt ? Oui : « tout » va à 80 % !", "Prêt\u00a0? Oui\u00a0: «\u00a0tout\u00a0» va à 80\u00a0%\u00a0!")]
    [InlineData("http://a.b/c:d?e", "http://a.b/c:d?e")]
    [InlineData("Rien à changer.", "Rien à changer.")]
    public void No_line_breaks_before_a_sign_that_has_a_space(string typed, string shown) => FrenchSpaces.Keep(typed).ShouldBe(shown);

    [Fact]
    public void What_stands_between_backticks_stays_as_it_is_typed() =>
        FrenchSpaces.KeepAroundCode("Que fait `a ? b : c` ? Dis : `!`").ShouldBe("Que fait `a ? b : c`\u00a0? Dis\u00a0: `!`");
}
