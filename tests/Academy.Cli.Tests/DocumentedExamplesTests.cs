using System.Text.RegularExpressions;
using Academy.Testing;

namespace Academy.Cli.Tests;

/// <summary>The examples of docs/grading.md are through the gate as they stand there.</summary>
public sealed partial class DocumentedExamplesTests : IDisposable
{
    private readonly Terminal _terminal = new();

    [Theory]
    [InlineData("io")]
    [InlineData("judge")]
    [InlineData("unit")]
    public async Task The_example_of_each_mode_is_through_the_gate(string mode)
    {
        var slug = $"exemple-{mode}";
        var files = Examples().Matches(await File.ReadAllTextAsync(Path.Combine(TestPaths.Root, "docs", "grading.md")))
            .Where(m => m.Groups["path"].Value.StartsWith($"projects/{slug}/", StringComparison.Ordinal))
            .ToList();
        files.Count.ShouldBeGreaterThan(3);
        foreach (var file in files) _terminal.Write($"content/{file.Groups["path"].Value}", file.Groups["text"].Value);
        _terminal.Write($"content/projects/{slug}/subject.fr.md", "À lire.\n");
        _terminal.Write($"content/projects/{slug}/subject.en.md", "To be read.\n");
        var track = _terminal.PathOf("content/tracks/basics/track.yml");
        File.WriteAllText(track, File.ReadAllText(track).Replace("{ project: hello }", $"{{ project: hello }}\n      - {{ project: {slug} }}"));

        var (exitCode, output, _) = await _terminal.RunAsync("check", _terminal.Content, "--project", slug);

        exitCode.ShouldBe(0, output);
    }

    public void Dispose() => _terminal.Dispose();

    [GeneratedRegex(@"^\*\*`(?<path>[^`]+)`\*\*\n\n```\w+\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Examples();
}
