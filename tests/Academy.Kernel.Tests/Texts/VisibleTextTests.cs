using Academy.Kernel.Texts;

namespace Academy.Kernel.Tests.Texts;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("été", "été")]
    [InlineData("👩‍💻", "👩‍💻")]
    [InlineData("photo\u202egnp.exe", "photo⟨U+202E⟩gnp.exe")]
    [InlineData("a\u001b[31mb", "a⟨U+001B⟩[31mb")]
    [InlineData("a\nb\tc\0", "a⟨U+000A⟩b⟨U+0009⟩c⟨U+0000⟩")]
    [InlineData("a\u0085\u007f", "a⟨U+0085⟩⟨U+007F⟩")]
    public void A_name_deceives_nobody(string name, string shown) => VisibleText.Line(name).ShouldBe(shown);

    [Fact]
    public void Lines_and_tabs_of_a_text_stay() =>
        VisibleText.Lines("if (admin\u2066) {\r\n\treturn;\u0007\n").ShouldBe("if (admin⟨U+2066⟩) {\r\n\treturn;⟨U+0007⟩\n");
}
