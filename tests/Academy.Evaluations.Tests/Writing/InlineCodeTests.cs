using System.Text.Encodings.Web;
using Academy.Contracts;
using Academy.Evaluations.Writing;

namespace Academy.Evaluations.Tests.Writing;

public sealed class InlineCodeTests
{
    [Theory]
    [InlineData("Lance `npm start` ici.", "Lance <code>npm start</code> ici.")]
    [InlineData("`a` et `<b>`", "<code>a</code> et <code>&lt;b&gt;</code>")]
    [InlineData("un ` seul & <i>", "un ` seul &amp; &lt;i&gt;")]
    [InlineData("rien", "rien")]
    public void Shows_what_stands_between_backticks_as_code(string text, string html)
    {
        using var writer = new StringWriter();
        InlineCode.Of(Text.Of(text)).WriteTo(writer, HtmlEncoder.Default);
        writer.ToString().ShouldBe(html);
    }
}
