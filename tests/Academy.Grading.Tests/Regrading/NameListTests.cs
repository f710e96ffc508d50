using Academy.Grading.Regrading;

namespace Academy.Grading.Tests.Regrading;

public sealed class NameListTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("Léa Martin\r\n\r\n  Noé   Petit \n", new[] { "Léa Martin", "Noé Petit" })]
    [InlineData("lea@example.org, noe@example.org; inès", new[] { "lea@example.org", "noe@example.org", "inès" })]
    [InlineData("Martin, Léa", new[] { "Martin Léa" })]
    [InlineData("Martin\tLéa\tlea@example.org", new[] { "Martin Léa lea@example.org" })]
    [InlineData("Léa Martin <lea@example.org>, Noé <noe@example.org>", new[] { "lea@example.org", "noe@example.org" })]
    [InlineData("Léa\nLéa", new[] { "Léa" })]
    public void Reads_what_people_paste(string text, string[] names) => NameList.Read(text).ShouldBe(names);
}
