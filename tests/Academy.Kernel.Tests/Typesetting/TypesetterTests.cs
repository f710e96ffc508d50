using Academy.Kernel.Typesetting;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Academy.Kernel.Tests.Typesetting;

/// <summary>With the real Node and the real libraries (tools/typesetter).</summary>
public sealed class TypesetterTests : IAsyncLifetime, IDisposable
{
    private readonly TypesetterProcess _node = Node(new TypesetterOptions { Timeout = TimeSpan.FromSeconds(20) });
    private readonly Typesetter _typesetter;

    public TypesetterTests() => _typesetter = new Typesetter(_node);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _node.DisposeAsync();

    public void Dispose() => _typesetter.Dispose();

    [Theory]
    [InlineData("python", "def f(x):\n    return \"<b>\" # été", "<span class=\"hljs-keyword\">def</span>")]
    [InlineData("sh", "echo \"$1\"", "<span class=\"hljs-built_in\">echo</span>")]
    [InlineData("html", "<p class=\"a\">é</p><script>let x</script>", "<span class=\"hljs-keyword\">let</span>")]
    [InlineData("js", "const a = `${b}`", "<span class=\"hljs-subst\">")]
    [InlineData("sql", "SELECT 1", "<span class=\"hljs-keyword\">SELECT</span>")]
    public async Task Highlights_code(string language, string code, string expected)
    {
        var html = await HighlightAsync(code, language);

        html.ShouldContain(expected);
        System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]*>", "")).ShouldBe(code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("klingon")]
    [InlineData("constructor")]
    [InlineData("__proto__")]
    public async Task Code_of_an_unknown_language_is_plain_text(string? language) =>
        (await HighlightAsync("<b>é</b>", language)).ShouldBe("&lt;b&gt;é&lt;/b&gt;");

    [Fact]
    public async Task Sets_a_formula()
    {
        var inline = Html(await _typesetter.MathAsync(@"\frac{a^2}{b} \le \begin{pmatrix}1&2\end{pmatrix}", display: false, default));
        var display = Html(await _typesetter.MathAsync("x", display: true, default));

        inline.ShouldStartWith("<math>");
        inline.ShouldContain("<mfrac><msup><mi>a</mi><mn>2</mn></msup><mi>b</mi></mfrac>");
        inline.ShouldNotContain("style");
        display.ShouldStartWith("<math display=\"block\"");
    }

    [Theory]
    [InlineData(@"\frac{a")]
    [InlineData(@"\href{javascript:alert(1)}{x}")]
    [InlineData(@"\def\a{\a\a}\a")]
    public async Task A_formula_that_cannot_be_set_is_shown_as_it_was_written(string tex) =>
        Html(await _typesetter.MathAsync(tex, display: false, default)).ShouldBe($"<code class=\"tex\">{tex}</code>");

    [Fact]
    public async Task Draws_a_diagram_in_the_colours_of_the_page()
    {
        var svg = Html(await _typesetter.DiagramAsync(
            "digraph { a [label=\"Écran <b>\" style=filled fillcolor=lightblue URL=\"javascript:alert(1)\"]; a -> b [color=red, label=oui] }",
            "De a \"à\" b", default));

        svg.ShouldStartWith("<svg role=\"img\" aria-label=\"De a &quot;à&quot; b\"");
        foreach (var there in new[] { "Écran &lt;b&gt;", "class=\"dot-fill-blue\"", "dot-stroke-red", "dot-solid-red", "currentColor" }) svg.ShouldContain(there);
        foreach (var gone in new[] { "javascript", "style=", "<title", " id=" }) svg.ShouldNotContain(gone);
    }

    [Theory]
    [InlineData("digraph { a -> ")]
    [InlineData("rien")]
    public async Task A_diagram_that_cannot_be_drawn_is_not_there(string dot) =>
        (await _typesetter.DiagramAsync(dot, "x", default)).ShouldBeNull();

    [Fact]
    public async Task Many_ask_at_once_and_each_gets_its_own_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => HighlightAsync($"x = {i}", "python")));

        for (var i = 0; i < 50; i++) answers[i].ShouldContain($">{i}</span>");
    }

    [Fact]
    public async Task Whoever_stops_waiting_does_not_disturb_the_next()
    {
        await HighlightAsync("x = 0", "python");
        using var gone = new CancellationTokenSource();
        var first = _typesetter.HighlightAsync("x = 1", "python", gone.Token);
        await gone.CancelAsync();
        await Should.NotThrowAsync(async () => { try { await first; } catch (OperationCanceledException) { } });

        (await HighlightAsync("x = 2", "python")).ShouldContain(">2</span>");
    }

    [Fact]
    public async Task Node_sees_nothing_of_our_environment_and_its_memory_is_bounded()
    {
        await HighlightAsync("x", "python");

        var id = _node.ProcessId.ShouldNotBeNull();
        File.ReadAllText($"/proc/{id}/environ").ShouldBeEmpty();
        File.ReadAllText($"/proc/{id}/cmdline").ShouldContain("--max-old-space-size=");
    }

    private async Task<string> HighlightAsync(string code, string? language) => Html(await _typesetter.HighlightAsync(code, language, default));

    internal static string Html(IHtmlContent? content)
    {
        using var writer = new StringWriter();
        content.ShouldNotBeNull().WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }

    internal static TypesetterProcess Node(TypesetterOptions options, TimeProvider? clock = null) =>
        new(Options.Create(options), clock ?? TimeProvider.System, NullLogger<TypesetterProcess>.Instance);
}
