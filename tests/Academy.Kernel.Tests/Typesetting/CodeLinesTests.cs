using Academy.Kernel.Typesetting;
using Microsoft.AspNetCore.Html;

namespace Academy.Kernel.Tests.Typesetting;

public sealed class CodeLinesTests
{
    [Fact]
    public void A_span_over_several_lines_is_closed_and_opened_again() =>
        Lines("a<span class=\"c\">b\n<span class=\"d\">c\nd</span></span>e").ShouldBe(
        [
            "a<span class=\"c\">b</span>",
            "<span class=\"c\"><span class=\"d\">c</span></span>",
            "<span class=\"c\"><span class=\"d\">d</span></span>e",
        ]);

    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n\nb", 3)]
    [InlineData("&lt;p&gt;\n", 2)]
    public void There_are_as_many_lines_as_there_were(string html, int count) => Lines(html).Count.ShouldBe(count);

    private static List<string> Lines(string html) => [.. CodeLines.Split(html).Select(line => ((HtmlString)line).Value!)];
}
