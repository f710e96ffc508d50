using Academy.Evaluations.Writing;

namespace Academy.Evaluations.Tests.Helping;

public sealed class MessageHtmlTests
{
    [Theory]
    [InlineData("Regarde **ici**\net là", "<p>Regarde <strong>ici</strong><br />\net là</p>")]
    [InlineData("```\nif (a < b)\n```", "<pre><code>if (a &lt; b)\n</code></pre>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("[clic](javascript:alert(1))", "<p><a href=\"\" rel=\"nofollow noopener\">clic</a></p>")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData("![x](https://example.org/a.png)", "<p><a href=\"https://example.org/a.png\" rel=\"nofollow noopener\">x</a></p>")]
    [InlineData("# Titre", "<p># Titre</p>")]
    public void Says_what_was_written_and_can_do_no_harm(string markdown, string html)
    {
        using var writer = new StringWriter();
        MessageHtml.Of(markdown).WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);

        writer.ToString().Trim().ShouldBe(html);
    }
}
