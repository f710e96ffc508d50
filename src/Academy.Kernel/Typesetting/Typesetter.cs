using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Caching.Memory;

namespace Academy.Kernel.Typesetting;

/// <summary>
/// Highlights code, sets formulas and draws diagrams on the server, so that pages need no JavaScript for it. Whatever comes
/// back is checked against a list of what is allowed; without Node, or when something fails, people see the plain text.
/// Results are kept in memory: asking twice for the same costs nothing.
/// </summary>
public sealed class Typesetter : IDisposable
{
    /// <summary>Longer code is shown without colours, in characters.</summary>
    public const int LongestCode = 100_000;

    private const int LongestFormula = 5_000;
    private const int LongestDiagram = 20_000;
    private const int MostCachedCharacters = 16_000_000;

    // What failed is not tried at each view of a page, yet a new version of the libraries gets its chance.
    private static readonly TimeSpan FailureIsKept = TimeSpan.FromMinutes(10);
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly TypesetterProcess _node;
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostCachedCharacters });

    internal Typesetter(TypesetterProcess node) => _node = node;

    /// <summary>Code for inside &lt;pre&gt;&lt;code&gt;: spans of class "hljs-…".</summary>
    /// <param name="code">Any text.</param>
    /// <param name="language">A language or one of its usual file extensions ("python", "py"); null or unknown: no colours.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<IHtmlContent> HighlightAsync(string code, string? language, CancellationToken ct)
    {
        if (language is null or "" || language.Length > 40 || code.Length > LongestCode) return Plain(code);
        // Browsers and highlight.js both read line ends in one way only.
        var text = code.ReplaceLineEndings("\n");
        var html = await TypesetAsync(new TypesetterRequest("code", text, language), html => CodeMarkup.Check(html, text), ct);
        return html is null ? Plain(code) : new HtmlString(html);
    }

    /// <summary>The same, line by line: each one can stand in an element of its own.</summary>
    public async Task<IReadOnlyList<IHtmlContent>> HighlightLinesAsync(string code, string? language, CancellationToken ct)
    {
        using var writer = new StringWriter();
        (await HighlightAsync(code.ReplaceLineEndings("\n"), language, ct)).WriteTo(writer, Encoder);
        return CodeLines.Split(writer.ToString());
    }

    /// <summary>A formula in TeX as MathML, or as &lt;code&gt; when it cannot be set.</summary>
    /// <param name="tex">Without dollar signs.</param>
    /// <param name="display">On a line of its own.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<IHtmlContent> MathAsync(string tex, bool display, CancellationToken ct)
    {
        var html = tex.Length > LongestFormula
            ? null
            : await TypesetAsync(new TypesetterRequest("math", tex, Display: display), MathMarkup.Filter, ct);
        return new HtmlString(html ?? $"<code class=\"tex\">{Encoder.Encode(tex)}</code>");
    }

    /// <summary>A diagram in Graphviz's language as SVG, in the colours of the page; null when it cannot be drawn.</summary>
    /// <param name="dot">For example <c>digraph { a -> b }</c>.</param>
    /// <param name="label">What a screen reader says in place of the picture.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<IHtmlContent?> DiagramAsync(string dot, string label, CancellationToken ct)
    {
        var svg = dot.Length > LongestDiagram ? null : await TypesetAsync(new TypesetterRequest("diagram", dot), DiagramMarkup.Filter, ct);
        return svg is null ? null : new HtmlString($"<svg role=\"img\" aria-label=\"{Encoder.Encode(label)}\"{svg["<svg".Length..]}");
    }

    /// <inheritdoc />
    public void Dispose() => _cache.Dispose();

    // The encoder writes line ends as numbers; code is cut at them.
    private static HtmlString Plain(string text) => new(Encoder.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal));

    private async Task<string?> TypesetAsync(TypesetterRequest request, Func<string, string?> check, CancellationToken ct)
    {
        var key = $"{request.Kind}/{request.Language}/{request.Display}/{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(request.Text)))}";
        if (_cache.TryGetValue(key, out string? known)) return known;

        var answer = await _node.AskAsync(request, ct);
        if (answer == TypesetterAnswer.Unavailable) return null;

        var html = answer.Html is null ? null : check(answer.Html);
        var options = new MemoryCacheEntryOptions { Size = key.Length + (html?.Length ?? 0) };
        if (html is null) options.AbsoluteExpirationRelativeToNow = FailureIsKept;
        return _cache.Set(key, html, options);
    }
}
