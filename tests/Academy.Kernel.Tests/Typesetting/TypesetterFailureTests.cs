using System.Diagnostics;
using Academy.Kernel.Typesetting;
using Academy.Testing;

namespace Academy.Kernel.Tests.Typesetting;

/// <summary>With the real Node and a script that misbehaves.</summary>
public sealed class TypesetterFailureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("academy-typesetter-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("process.exit(1)")]
    [InlineData("process.kill(process.pid, 'SIGSEGV')")]
    [InlineData("const all = []; while (true) all.push(new Array(1e6).fill(all.length))")]
    public async Task What_hangs_or_crashes_gives_plain_text_and_the_next_is_served(string bad)
    {
        await using var node = Start($"if (text === 'bad') {{ {bad} }}");
        using var typesetter = new Typesetter(node);

        var clock = Stopwatch.StartNew();
        var plain = await typesetter.HighlightAsync("bad", "python", default);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        var again = await typesetter.HighlightAsync("good", "python", default);

        TypesetterTests.Html(plain).ShouldBe("bad");
        TypesetterTests.Html(again).ShouldBe("<span class=\"hljs-x\">good</span>");
    }

    [Fact]
    public async Task What_failed_is_not_tried_again_at_once()
    {
        await using var node = Start("if (text === 'bad') process.exit(1);");
        using var typesetter = new Typesetter(node);
        await typesetter.HighlightAsync("bad", "python", default);
        await typesetter.HighlightAsync("good", "python", default);
        var id = node.ProcessId;

        await typesetter.HighlightAsync("bad", "python", default);

        node.ProcessId.ShouldBe(id);
    }

    [Theory]
    [InlineData("<span class=\"hljs-x\" onclick=\"x\">{0}</span>")]
    [InlineData("<script>{0}</script>")]
    [InlineData("<span class=\"hljs-x\">{0}")]
    [InlineData("{0}</span>")]
    [InlineData("<span class=\"hljs-x\">something else</span>")]
    [InlineData("<!-- {0} -->")]
    [InlineData("<span class='hljs-x'>{0}</span>")]
    public async Task Markup_that_is_not_allowed_is_not_trusted(string html)
    {
        await using var node = Start($"html = {System.Text.Json.JsonSerializer.Serialize(html)}.replace('{{0}}', text);");
        using var typesetter = new Typesetter(node);

        TypesetterTests.Html(await typesetter.HighlightAsync("code", "python", default)).ShouldBe("code");
    }

    [Theory]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<svg><foreignObject/></svg>")]
    [InlineData("<svg><image href=\"https://example.org\"/></svg>")]
    [InlineData("<html/>")]
    [InlineData("<svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x \"y\">]><svg>&x;</svg>")]
    public async Task A_drawing_with_more_than_shapes_is_not_trusted(string svg)
    {
        await using var node = Start($"html = {System.Text.Json.JsonSerializer.Serialize(svg)};");
        using var typesetter = new Typesetter(node);

        (await typesetter.DiagramAsync("digraph {}", "x", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Attributes_of_a_drawing_that_are_not_allowed_are_left_out()
    {
        const string svg = "<svg onload='a()' width='1pt' xmlns:xlink='http://www.w3.org/1999/xlink'>"
            + "<path d='M1,2' style='x' onclick='a()' fill='url(#a)' xlink:href='b'/><text font-family='x'/></svg>";
        await using var node = Start($"html = {System.Text.Json.JsonSerializer.Serialize(svg)};");
        using var typesetter = new Typesetter(node);

        TypesetterTests.Html(await typesetter.DiagramAsync("digraph {}", "x", default)).ShouldBe(
            "<svg role=\"img\" aria-label=\"x\" width=\"1\"><path d=\"M1,2\" stroke=\"none\" class=\"dot-fill-grey\"></path><text fill=\"currentColor\"></text></svg>");
    }

    [Fact]
    public async Task Without_node_there_is_plain_text_at_once()
    {
        await using var node = TypesetterTests.Node(new TypesetterOptions { Node = "/nowhere/node" });
        using var typesetter = new Typesetter(node);

        TypesetterTests.Html(await typesetter.HighlightAsync("a < b", "python", default)).ShouldBe("a &lt; b");
        TypesetterTests.Html(await typesetter.MathAsync("a < b", false, default)).ShouldBe("<code class=\"tex\">a &lt; b</code>");
        (await typesetter.DiagramAsync("digraph {}", "x", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Node_is_stopped_when_idle_and_comes_back()
    {
        await using var node = Start("", idle: TimeSpan.FromMilliseconds(50));
        using var typesetter = new Typesetter(node);

        await typesetter.HighlightAsync("one", "python", default);
        await Until.TrueAsync(() => Task.FromResult(node.ProcessId is null), "the end of Node");

        TypesetterTests.Html(await typesetter.HighlightAsync("two", "python", default)).ShouldContain("hljs-x");
    }

    [Fact]
    public async Task A_time_that_is_over_at_once_stops_node_too()
    {
        await using var node = Start("", clock: new NoPatience());
        using var typesetter = new Typesetter(node);

        TypesetterTests.Html(await typesetter.HighlightAsync("one", "python", default)).ShouldContain("hljs-x");

        node.ProcessId.ShouldBeNull();
    }

    private TypesetterProcess Start(string behaviour, TimeSpan? idle = null, TimeProvider? clock = null)
    {
        File.WriteAllText(Path.Combine(_folder, "typesetter.mjs"), $$"""
            import { createInterface } from 'node:readline';
            console.log('{"ready":true}');
            for await (const line of createInterface({ input: process.stdin })) {
              const { text } = JSON.parse(line);
              let html = '<span class="hljs-x">' + text + '</span>';
              {{behaviour}}
              console.log(JSON.stringify({ html }));
            }
            """);
        return TypesetterTests.Node(
            new TypesetterOptions { Directory = _folder, Idle = idle ?? TimeSpan.FromMinutes(1), Timeout = TimeSpan.FromSeconds(5) }, clock);
    }

    /// <summary>Its timers ring in the moment in which they are set.</summary>
    private sealed class NoPatience : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Bell(callback, state);

        private sealed class Bell(TimerCallback callback, object? state) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                callback(state);
                return true;
            }

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
