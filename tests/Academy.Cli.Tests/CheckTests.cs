namespace Academy.Cli.Tests;

/// <summary>./academy check</summary>
public sealed class CheckTests : IDisposable
{
    private readonly Terminal _terminal = new();

    [Fact]
    public async Task Good_content_is_through_the_gate()
    {
        var (exitCode, output, _) = await _terminal.RunAsync("check", _terminal.Content);

        exitCode.ShouldBe(0, output);
        output.ShouldContain("✓ hello: solution 100 %, template 0 %");
        output.ShouldContain("Through the gate: 2 of 2");
    }

    [Fact]
    public async Task An_error_names_file_and_line_and_nothing_is_graded()
    {
        Replace("projects/hello/project.yml", "hours: 1", "hours: many");

        var (exitCode, output, _) = await _terminal.RunAsync("check", _terminal.Content);

        exitCode.ShouldBe(1);
        output.ShouldContain($"✗ {_terminal.Content}/projects/hello/project.yml:4: ");
        output.ShouldNotContain("solution 100");
    }

    [Fact]
    public async Task The_error_of_another_project_does_not_keep_this_one()
    {
        Replace("projects/files/project.yml", "hours:", "ours:");

        (await _terminal.RunAsync("check", _terminal.Content, "--project", "hello")).ExitCode.ShouldBe(0);
        (await _terminal.RunAsync("check", _terminal.Content, "--project", "files")).ExitCode.ShouldBe(1);
        (await _terminal.RunAsync("check", _terminal.Content, "--project", "nobody")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_solution_that_fails_is_told_with_the_place_of_the_test()
    {
        _terminal.Write("content/projects/hello/solution/hello.sh", "echo \"Bonjour $1\"\n");

        var (exitCode, output, _) = await _terminal.RunAsync("check", _terminal.Content, "--project", "hello");

        exitCode.ShouldBe(1);
        output.ShouldContain("grader/tests.yml:8: The reference solution fails “Refuses to greet nobody”: Your program ended with exit code 0; 1 is expected.");
    }

    [Fact]
    public async Task A_template_that_passes_is_refused()
    {
        File.Copy(_terminal.PathOf("content/projects/hello/solution/hello.sh"), _terminal.PathOf("content/projects/hello/template/hello.sh"), overwrite: true);

        var (exitCode, output, _) = await _terminal.RunAsync("check", _terminal.Content, "--project", "hello");

        exitCode.ShouldBe(1);
        output.ShouldContain("/template: The template passes already, with 100 %.");
    }

    [Fact]
    public async Task Each_test_must_fail_a_mutant_and_each_mutant_a_test()
    {
        _terminal.Write("content/projects/hello/mutants/forgets-nobody/hello.sh", "echo \"Bonjour $1\"\n");
        _terminal.Write("content/projects/hello/mutants/is-right/notes.txt", "Nothing is wrong here.\n");

        var (exitCode, output, _) = await _terminal.RunAsync("check", _terminal.Content, "--project", "hello");

        exitCode.ShouldBe(1);
        output.ShouldContain("mutants: 2");
        output.ShouldContain("mutants/is-right: No test fails this wrong solution.");
        output.ShouldContain("grader/tests.yml:2: No mutant fails “Greets by name”");
        output.ShouldNotContain("No mutant fails “Refuses");
    }

    [Fact]
    public async Task Stale_and_missing_translations_are_named_and_keep_nobody()
    {
        File.AppendAllText(_terminal.PathOf("content/projects/hello/subject.fr.md"), "\n## Encore\n");
        File.Delete(_terminal.PathOf("content/projects/files/subject.en.md"));

        var (exitCode, output, _) = await _terminal.RunAsync("check", _terminal.Content);

        exitCode.ShouldBe(0, output);
        output.ShouldContain("hello/subject.en.md: This translation looks stale");
        output.ShouldContain("files/subject.en.md: This translation is missing");
    }

    [Fact]
    public async Task What_is_no_content_is_said_to_be_none()
    {
        var (exitCode, _, errors) = await _terminal.RunAsync("check", _terminal.PathOf("nowhere"));

        exitCode.ShouldBe(2);
        errors.ShouldContain("has no academy.yml");
    }

    public void Dispose() => _terminal.Dispose();

    private void Replace(string file, string old, string @new)
    {
        var path = Path.Combine(_terminal.Content, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(old, @new));
    }
}
