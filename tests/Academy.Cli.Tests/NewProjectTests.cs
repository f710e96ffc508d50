namespace Academy.Cli.Tests;

/// <summary>./academy new project</summary>
public sealed class NewProjectTests : IDisposable
{
    private readonly Terminal _terminal = new();

    [Theory]
    [InlineData("io")]
    [InlineData("unit")]
    [InlineData("judge")]
    public async Task A_skeleton_is_through_the_gate(string mode)
    {
        var (written, _, errors) = await _terminal.RunAsync("new", "project", "mon-essai", "--mode", mode, "--content", _terminal.Content);
        written.ShouldBe(0, errors);

        var (exitCode, output, _) = await _terminal.RunAsync("check", _terminal.Content, "--project", "mon-essai");

        exitCode.ShouldBe(0, output);
        output.ShouldContain("✓ mon-essai: solution 100 %, template 0 %, mutants: 2");
    }

    [Fact]
    public async Task An_academy_of_one_language_gets_texts_in_that_one()
    {
        var academy = Path.Combine(_terminal.Content, "academy.yml");
        File.WriteAllText(academy, File.ReadAllText(academy).Replace("languages: [fr, en]", "languages: [fr]"));

        await _terminal.RunAsync("new", "project", "mon-essai", "--content", _terminal.Content);

        var folder = Path.Combine(_terminal.Content, "projects", "mon-essai");
        File.Exists(Path.Combine(folder, "subject.en.md")).ShouldBeFalse();
        File.ReadAllText(Path.Combine(folder, "project.yml")).ShouldContain("title: { fr: \"Mon essai\" }");
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("../outside")]
    [InlineData("Grand")]
    public async Task What_is_there_or_is_no_slug_is_refused(string slug)
    {
        (await _terminal.RunAsync("new", "project", slug, "--content", _terminal.Content)).ExitCode.ShouldBe(2);
        Directory.Exists(_terminal.PathOf("outside")).ShouldBeFalse();
    }

    public void Dispose() => _terminal.Dispose();
}
