using System.Text.Json;

namespace Academy.Cli.Tests;

/// <summary>./academy grade</summary>
public sealed class GradeTests : IDisposable
{
    private readonly Terminal _terminal = new();

    [Fact]
    public async Task A_right_folder_ends_with_0()
    {
        var (exitCode, output, _) = await GradeAsync(_terminal.PathOf("content/projects/hello/solution"));

        exitCode.ShouldBe(0, output);
        output.ShouldContain("Hello: Passed, 100 % (5/5)");
        output.ShouldContain("✓ Greets by name  4/4");
    }

    [Fact]
    public async Task A_wrong_folder_ends_with_1_and_says_why()
    {
        _terminal.Write("work/hello.sh", "[ -z \"$1\" ] && exit 1\necho Salut\n");

        var (exitCode, output, _) = await GradeAsync(_terminal.PathOf("work"));

        exitCode.ShouldBe(1);
        output.ShouldContain("Hello: Not yet, 20 % (1/5)");
        output.ShouldContain("→ Look at the first argument.");
        output.ShouldContain("| Bonjour Ada");
        output.ShouldContain("| Salut");
    }

    [Fact]
    public async Task A_program_reads_json()
    {
        _terminal.Write("work/hello.sh", "echo Salut\n");

        var (exitCode, output, _) = await GradeAsync(_terminal.PathOf("work"), "--json");

        exitCode.ShouldBe(1);
        var answer = JsonDocument.Parse(output).RootElement;
        answer.GetProperty("verdict").GetString().ShouldBe("failed");
        answer.GetProperty("percent").GetInt32().ShouldBe(0);
        var tests = answer.GetProperty("tests").EnumerateArray().ToList();
        tests.Select(t => t.GetProperty("id").GetString()).ShouldBe(["greets", "refuses"]);
        tests[0].GetProperty("output").GetString().ShouldBe("Salut\n");
    }

    [Fact]
    public async Task A_learner_does_not_see_what_is_not_for_learners()
    {
        var file = _terminal.PathOf("content/projects/hello/grader/tests.yml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("points: 1", "points: 1\n    visibility: never"));
        _terminal.Write("work/hello.sh", "echo Salut\n");

        (await GradeAsync(_terminal.PathOf("work"))).Output.ShouldContain("Refuses to greet nobody");
        var seen = await GradeAsync(_terminal.PathOf("work"), "--as-learner");
        seen.Output.ShouldNotContain("Refuses to greet nobody");
        seen.Output.ShouldContain("Tests that are not shown: 1");
        (await GradeAsync(_terminal.PathOf("work"), "--as-learner", "--json")).Output.ShouldNotContain("refuses");
    }

    [Fact]
    public async Task A_link_in_the_folder_is_not_followed_on_this_machine()
    {
        _terminal.Write("secret.txt", "Ada");
        _terminal.Write("work/hello.sh", "echo \"Bonjour $(cat name)\"\n");
        File.CreateSymbolicLink(_terminal.PathOf("work/name"), _terminal.PathOf("secret.txt"));

        var (exitCode, output, _) = await GradeAsync(_terminal.PathOf("work"));

        exitCode.ShouldBe(1);
        output.ShouldContain("✗ Greets by name");
    }

    [Theory]
    [InlineData("nobody", "content/projects/hello/solution", "There is no project “nobody”")]
    [InlineData("hello", "nowhere", "There is no folder")]
    public async Task What_cannot_be_graded_ends_with_2(string project, string folder, string said)
    {
        var (exitCode, _, errors) = await _terminal.RunAsync("grade", project, _terminal.PathOf(folder), "--content", _terminal.Content);

        exitCode.ShouldBe(2);
        errors.ShouldContain(said);
    }

    [Fact]
    public async Task A_mistyped_command_ends_with_2() => (await _terminal.RunAsync("grade", "hello")).ExitCode.ShouldBe(2);

    public void Dispose() => _terminal.Dispose();

    private Task<(int ExitCode, string Output, string Errors)> GradeAsync(string folder, params string[] options) =>
        _terminal.RunAsync(["grade", "hello", folder, "--content", _terminal.Content, .. options]);
}
