using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Academy.Contracts.Curriculum;
using Academy.Curriculum.Subjects;
using Academy.Kernel.Typesetting;
using Academy.Testing;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Academy.Curriculum.Tests.Subjects;

/// <summary>Markdown of an author on a page of ours, with the real Node.</summary>
public sealed class SubjectTests : IAsyncLifetime
{
    private TestAcademy _academy = null!;

    public async Task InitializeAsync() => _academy = await TestAcademy.CreateAsync();

    public async Task DisposeAsync() => await _academy.DisposeAsync();

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Texte <img src=x onerror=alert(1)> et <b onclick=\"alert(1)\">b</b>")]
    [InlineData("[clic](javascript:alert(1)) [clic](JaVaScRiPt:alert(1)) [clic](java&#10;script:alert(1))")]
    [InlineData("[clic](data:text/html,<script>alert(1)</script>) [clic](vbscript:x) [clic](//evil.example/x)")]
    [InlineData("<javascript:alert(1)> <vbscript:x> <data:text/html,x>")]
    [InlineData("![i](javascript:alert(1)) ![i](\"onerror=alert(1)) ![\"onerror=\"alert(1)](x.png)")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]\n\n![a]")]
    [InlineData("```<script>alert(1)</script>\n<script>alert(1)</script>\n```")]
    [InlineData("```python\" onclick=\"alert(1)\n</code></pre><script>alert(1)</script>\n```")]
    [InlineData("## <script>alert(1)</script>\n\n## \"onclick=\"alert(1)")]
    [InlineData("$</math><script>alert(1)</script>$ $\\href{javascript:alert(1)}{x}$")]
    [InlineData("$$\n\\text{</mtext><script>alert(1)</script>}\n$$")]
    [InlineData("```dot\ndigraph { a [label=\"</text><script>alert(1)</script>\" URL=\"javascript:alert(1)\"] }\n```")]
    [InlineData("| a |\n| :-: |\n| <script>alert(1)</script> |")]
    [InlineData("> [!NOTE]\n> <script>alert(1)</script>\n\n> [!<script>]\n> x")]
    [InlineData("Note[^1]\n\n[^1]: <script>alert(1)</script>")]
    [InlineData("[x]: https://example.org \"\\\" onclick=\\\"alert(1)\"\n\n[x]")]
    [InlineData("- [ ] <input onfocus=alert(1) autofocus>")]
    [InlineData("<style>*{display:none}</style> {onclick=alert(1)} {.x style=\"color:red\"}")]
    public async Task Hostile_text_stays_text(string markdown)
    {
        var page = await RenderAsync(markdown);

        foreach (var element in page.All)
        {
            Allowed.ShouldContain(element.LocalName);
            foreach (var attribute in element.Attributes)
            {
                attribute.Name.ShouldNotStartWith("on");
                attribute.Name.ShouldNotBe("style");
                if (attribute.Name is "href" or "src") attribute.Value.ShouldMatch("^(#|/projects/|https?://|mailto:|$)");
            }
        }
    }

    [Fact]
    public async Task Headings_link_to_themselves_below_the_page_s_own_title()
    {
        var page = await RenderAsync("# Trop haut\n\n## Étape 1 : `ls`\n\n## Étape 1 : `ls`\n\n[plus bas](#etape-1-ls)");

        page.QuerySelectorAll("h1").ShouldBeEmpty();
        page.QuerySelectorAll("h2").Select(h => h.Id).ShouldBe(["s-trop-haut", "s-etape-1-ls", "s-etape-1-ls-1"]);
        page.QuerySelector("h2#s-etape-1-ls > a")!.GetAttribute("href").ShouldBe("#s-etape-1-ls");
        page.QuerySelector("p > a")!.GetAttribute("href").ShouldBe("#s-etape-1-ls");
    }

    [Fact]
    public async Task Images_and_files_come_from_the_release_of_the_subject()
    {
        var page = await RenderAsync("![Un arbre](images/arbre%20vert.svg) [données](données.csv) [suite](/projects/panier)");

        page.QuerySelector("img")!.GetAttribute("src").ShouldBe("/projects/bonjour/files/r1/images/arbre%20vert.svg");
        page.QuerySelector("img")!.GetAttribute("alt").ShouldBe("Un arbre");
        page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldBe(["/projects/bonjour/files/r1/donn%C3%A9es.csv", "/projects/panier"]);
    }

    [Fact]
    public async Task Links_to_other_sites_say_so()
    {
        var page = await RenderAsync("[MDN](https://developer.mozilla.org) et <https://example.org> et https://example.net");

        foreach (var link in page.QuerySelectorAll("a").ToList())
        {
            link.GetAttribute("rel").ShouldBe("noopener external");
            link.ClassList.ShouldContain("link-out");
        }

        page.QuerySelectorAll("a").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Code_is_highlighted_and_can_be_scrolled_by_keyboard()
    {
        var page = await RenderAsync("```python\nprint('<é>')\n```\n\n    indenté\n\n```\nsans langue\n```");

        var blocks = page.QuerySelectorAll("pre[tabindex='0'] > code").ToList();
        blocks.Select(b => b.TextContent.Trim()).ShouldBe(["print('<é>')", "indenté", "sans langue"]);
        blocks[0].QuerySelector(".hljs-string")!.TextContent.ShouldBe("'<é>'");
    }

    [Fact]
    public async Task Formulas_are_mathml()
    {
        var page = await RenderAsync("Le taux est $\\frac{1}{2}$.\n\n$$\na^2 + b^2 = c^2\n$$");

        page.QuerySelector("p math mfrac").ShouldNotBeNull();
        page.QuerySelector("math[display=block] msup").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_diagram_is_drawn_and_can_be_read()
    {
        var page = await RenderAsync("```dot\ndigraph { client -> serveur [label=\"requête\"] }\n```");

        var figure = page.QuerySelector("figure.diagram").ShouldNotBeNull();
        figure.QuerySelector("svg[role=img]")!.GetAttribute("aria-label").ShouldNotBeNullOrEmpty();
        figure.QuerySelector("svg text")!.TextContent.ShouldBe("client");
        figure.QuerySelector("details code")!.TextContent.ShouldContain("client -> serveur");
    }

    [Fact]
    public async Task A_diagram_that_cannot_be_drawn_is_code() =>
        (await RenderAsync("```dot\ndigraph {\n```")).QuerySelector("pre code")!.TextContent.ShouldContain("digraph {");

    [Fact]
    public async Task Tables_scroll_in_their_own_box_and_align_by_class()
    {
        var page = await RenderAsync("| Nom | Prix |\n| --- | ---: |\n| Vis | 3 |");

        page.QuerySelector(".table-scroll[tabindex='0'][role=group][aria-label] > table").ShouldNotBeNull();
        page.QuerySelectorAll("td.num").Single().TextContent.ShouldBe("3");
        page.QuerySelectorAll("[style]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_of_ours_inside_a_subject_are_in_its_language()
    {
        var french = await RenderAsync("> [!WARNING]\n> Doucement.\n\n- [x] lu\n- [ ] fait", "fr");
        var english = await RenderAsync("> [!WARNING]\n> Slowly.", "en");

        french.QuerySelector(".markdown-alert-title")!.TextContent.ShouldContain("Attention");
        french.QuerySelectorAll("input").Select(i => i.GetAttribute("aria-label")).ShouldBe(["fait", "à faire"]);
        english.QuerySelector(".markdown-alert-title")!.TextContent.ShouldContain("Warning");
    }

    [Fact]
    public async Task French_punctuation_stays_on_the_line_of_its_word()
    {
        var page = await RenderAsync("Attention : « ceci » ! `a : b`");

        page.QuerySelector("p")!.TextContent.ShouldBe("Attention\u00a0: «\u00a0ceci\u00a0»\u00a0! a : b");
    }

    [Fact]
    public async Task Footnotes_lead_there_and_back()
    {
        var page = await RenderAsync("Un mot[^1].\n\n[^1]: Expliqué.");

        var there = page.QuerySelector("a.footnote-ref")!.GetAttribute("href")![1..];
        page.GetElementById(there).ShouldNotBeNull().TextContent.ShouldContain("Expliqué");
    }

    [Fact]
    public async Task The_subject_is_in_the_reader_s_language_or_else_in_the_default_one()
    {
        var release = _academy.Services.GetRequiredService<ICurriculum>().Current!;
        var project = release.Projects["hello"];
        File.Delete(Path.Combine(release.Projects["files"].Folder, "subject.en.md"));

        (await ReadAsync(release, project, "en")).Language.ShouldBe("en");
        (await ReadAsync(release, project, "fr")).Language.ShouldBe("fr");
        (await ReadAsync(release, project, "de")).Language.ShouldBe("fr");
        (await ReadAsync(release, release.Projects["files"], "en")).Language.ShouldBe("fr");
    }

    [Fact]
    public async Task A_subject_is_rendered_once()
    {
        var release = _academy.Services.GetRequiredService<ICurriculum>().Current!;
        var first = await ReadAsync(release, release.Projects["hello"], "fr");

        (await ReadAsync(release, release.Projects["hello"], "fr")).ShouldBeSameAs(first);
    }

    [Fact]
    public void Only_a_long_subject_has_a_table_of_contents()
    {
        var document = SubjectPipeline.Parse("## Un `mot`\n\n### Pas celui-ci\n\n## Deux");
        PrepareSubject.Run(document, "/", "en");

        var headings = PrepareSubject.Headings(document);

        headings.ShouldBe([new SubjectHeading("s-un-mot", "Un mot"), new SubjectHeading("s-deux", "Deux")]);
    }

    private static readonly string[] Allowed =
    [
        "html", "head", "body", "p", "h2", "h3", "a", "img", "pre", "code", "span", "em", "strong", "ul", "ol", "li", "input", "table", "thead",
        "tbody", "tr", "th", "td", "div", "blockquote", "sup", "hr", "figure", "figcaption", "details", "summary", "svg", "g", "path", "polygon",
        "ellipse", "text", "math", "mrow", "mi", "mn", "mo", "mtext", "msup", "mfrac",
    ];

    private async Task<IDocument> RenderAsync(string markdown, string language = "fr")
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var texts = _academy.Services.GetRequiredService<IStringLocalizer>();
        var document = SubjectPipeline.Parse(markdown);
        PrepareSubject.Run(document, "/projects/bonjour/files/r1/", language);
        await new TypesetSubject(_academy.Services.GetRequiredService<Typesetter>(), texts).RunAsync(document, default);
        var html = new SubjectHtml(texts, HtmlEncoder.Create(UnicodeRanges.All)).Render(document);
        return new HtmlParser().ParseDocument(html.ToString()!);
    }

    private async Task<Subject> ReadAsync(Release release, Project project, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return await _academy.RunAsync<ReadSubject, Subject>(read => read.RunAsync(release, project, default));
    }
}
