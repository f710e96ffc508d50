namespace Academy.Cli.Tests;

/// <summary>./academy import, on small tracks in the layout of the real ones.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly Terminal _terminal = new();

    [Fact]
    public async Task A_python_track_becomes_projects_that_are_through_the_gate()
    {
        GivenTrack("python", "Python", "double", "gone:deprecated");
        GivenExercise("double", "double.py", "double_test.py", ".meta/example.py");
        Exercise("double", "double.py", "def double(number):\n    pass\n");
        Exercise("double", ".meta/example.py", "def double(number):\n    return 2 * number\n");
        Exercise("double", "double_test.py", """
            import unittest

            from double import double


            class DoubleTest(unittest.TestCase):
                def test_one(self):
                    self.assertEqual(double(1), 2)

                @unittest.skip("later")
                def test_big_number(self):
                    self.assertEqual(double(500), 1000)

            """);

        var (exitCode, output, errors) = await ImportAsync();

        exitCode.ShouldBe(0, output + errors);
        output.ShouldContain("Through the gate: 1 of 1");
        var project = _terminal.PathOf("into/projects/python-double");
        File.ReadAllText(Path.Combine(project, "grader", "tests.yml")).ShouldContain("name: \"big number\"");
        File.ReadAllText(Path.Combine(project, "subject.en.md")).ShouldContain("## Instructions");
        Directory.Exists(Path.Combine(project, "template", ".meta")).ShouldBeFalse();
        (await _terminal.RunAsync("check", _terminal.PathOf("into"))).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Skipped_tests_of_bash_c_and_javascript_are_run()
    {
        GivenTrack("bash", "Bash", "hi");
        GivenExercise("hi", "hi.sh", "hi.bats", ".meta/example.sh");
        Exercise("hi", "hi.sh", "exit 1\n");
        Exercise("hi", ".meta/example.sh", "echo \"Hi $1\"\n");
        Exercise("hi", "hi.bats", """
            @test "greets Ada" {
              run bash hi.sh Ada
              [[ $output == "Hi Ada" ]]
            }

            @test "greets Bob" {
              [[ $BATS_RUN_SKIPPED == "true" ]] || skip
              run bash hi.sh Bob
              [[ $output == "Hi Bob" ]]
            }

            """);
        await ShouldComeThroughAsync("bash-hi", "greets Bob");

        GivenTrack("c", "C", "twice");
        GivenExercise("twice", "twice.c\", \"twice.h", "test_twice.c", ".meta/example.c\", \".meta/example.h");
        Exercise("twice", "twice.c", "#include \"twice.h\"\n");
        Exercise("twice", "twice.h", "int twice(int number);\n");
        Exercise("twice", ".meta/example.c", "#include \"twice.h\"\nint twice(int number) { return 2 * number; }\n");
        Exercise("twice", ".meta/example.h", "int twice(int number);\n");
        Exercise("twice", "makefile", "tests.out: ./*.c ./*.h\n\t@$(CC) -std=c99 ./*.c -o tests.out\n");
        Exercise("twice", "test_twice.c", """
            #include <stdio.h>
            #include "twice.h"
            #define TEST_IGNORE() { printf("test_twice.c:%d:%s:IGNORE\n", __LINE__, __func__); return; }

            static void check(const char *name, int line, int good)
            {
                if (good) printf("test_twice.c:%d:%s:PASS\n", line, name);
                else printf("test_twice.c:%d:%s:FAIL: Expected \"2\"\n", line, name);
            }

            static void test_one(void) { check(__func__, __LINE__, twice(1) == 2); }
            static void test_two(void)
            {
                TEST_IGNORE(); // delete this line
                check(__func__, __LINE__, twice(2) == 4);
            }

            int main(void)
            {
                test_one();
                test_two();
                return 0;
            }

            """);
        await ShouldComeThroughAsync("c-twice", "two");

        GivenTrack("javascript", "JavaScript", "triple");
        GivenExercise("triple", "triple.js", "triple.spec.js", ".meta/proof.ci.js");
        Exercise("triple", "triple.js", "export const triple = () => undefined;\n");
        Exercise("triple", ".meta/proof.ci.js", "export const triple = (number) => 3 * number;\n");
        Exercise("triple", "triple.spec.js", """
            import { describe, expect, test, xtest } from '@jest/globals';
            import { triple } from './triple';

            describe('Triple', () => {
              test('of one', () => expect(triple(1)).toEqual(3));
              xtest('of two', () => expect(triple(2)).toEqual(6));
            });

            """);
        await ShouldComeThroughAsync("javascript-triple", "Triple of two");
    }

    [Fact]
    public async Task An_exercise_that_does_not_pass_its_own_tests_is_left_out_with_the_reason()
    {
        GivenTrack("bash", "Bash", "hi");
        GivenExercise("hi", "hi.sh", "hi.bats", ".meta/example.sh");
        Exercise("hi", "hi.sh", "exit 1\n");
        Exercise("hi", ".meta/example.sh", "exit 3\n");
        Exercise("hi", "hi.bats", "@test \"ends well\" {\n  bash hi.sh\n}\n");

        var (exitCode, output, _) = await ImportAsync();

        exitCode.ShouldBe(1);
        output.ShouldContain("Through the gate: 0 of 1");
        output.ShouldContain("The reference solution fails “ends well”");
        Directory.Exists(_terminal.PathOf("into/projects/bash-hi")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_no_track_is_refused()
    {
        _terminal.Write("track/config.json", "{ \"slug\": \"cobol\", \"language\": \"Cobol\", \"exercises\": { \"practice\": [] } }");
        (await ImportAsync()).Errors.ShouldContain("“cobol” cannot be run here");

        _terminal.Write("track/config.json", "{ nonsense");
        var (exitCode, _, errors) = await ImportAsync();
        exitCode.ShouldBe(2);
        errors.ShouldContain("is not an Exercism track");
    }

    [Fact]
    public async Task A_gradescope_autograder_runs_as_it_is()
    {
        _terminal.Write("adder/run_autograder", """
            #!/usr/bin/env bash
            cd /autograder/source
            cp /autograder/submission/add.py .
            python3 run_tests.py > /autograder/results/results.json

            """);
        _terminal.Write("adder/run_tests.py", """
            import json
            from add import add

            tests = [
                {"name": "1.1) adds", "score": 2 if add(1, 2) == 3 else 0, "max_score": 2},
                {"name": "1.2) adds nothing", "score": 1 if add(0, 0) == 0 else 0, "max_score": 1},
            ]
            print(json.dumps({"tests": tests}))

            """);
        _terminal.Write("right/add.py", "def add(a, b):\n    return a + b\n");
        _terminal.Write("stub/add.py", "def add(a, b):\n    return None\n");

        var (exitCode, output, errors) = await _terminal.RunAsync(
            "import", "gradescope", _terminal.PathOf("adder"), "--solution", _terminal.PathOf("right"), "--template", _terminal.PathOf("stub"), "--into", _terminal.Content);

        exitCode.ShouldBe(0, output + errors);
        File.ReadAllText(_terminal.PathOf("content/projects/adder/grader/tests.yml")).ShouldContain("1.2) adds nothing");
        var track = _terminal.PathOf("content/tracks/basics/track.yml");
        File.WriteAllText(track, File.ReadAllText(track).Replace("{ project: hello }", "{ project: hello }\n      - { project: adder }"));
        (await _terminal.RunAsync("check", _terminal.Content, "--project", "adder")).ExitCode.ShouldBe(0);
    }

    public void Dispose() => _terminal.Dispose();

    private async Task ShouldComeThroughAsync(string slug, string test)
    {
        var (exitCode, output, errors) = await ImportAsync();
        exitCode.ShouldBe(0, output + errors);
        File.ReadAllText(_terminal.PathOf($"into/projects/{slug}/grader/tests.yml")).ShouldContain(test);
    }

    private Task<(int ExitCode, string Output, string Errors)> ImportAsync() =>
        _terminal.RunAsync("import", "exercism", _terminal.PathOf("track"), "--into", _terminal.PathOf("into"));

    /// <param name="exercises">A slug, or slug:status.</param>
    private void GivenTrack(string slug, string language, params string[] exercises)
    {
        if (Directory.Exists(_terminal.PathOf("track"))) Directory.Delete(_terminal.PathOf("track"), recursive: true);
        var practice = exercises.Select(e => e.Split(':')).Select(e =>
            $$"""{ "slug": "{{e[0]}}", "name": "{{e[0]}}", "difficulty": 1, "status": "{{e.ElementAtOrDefault(1) ?? "active"}}" }""");
        _terminal.Write("track/config.json", $$"""{ "slug": "{{slug}}", "language": "{{language}}", "exercises": { "practice": [{{string.Join(", ", practice)}}] } }""");
    }

    private void GivenExercise(string slug, string solution, string test, string example)
    {
        Exercise(slug, ".meta/config.json", $$"""{ "files": { "solution": ["{{solution}}"], "test": ["{{test}}"], "example": ["{{example}}"] } }""");
        Exercise(slug, ".docs/instructions.md", "# Instructions\n\nDo it. See [the picture](picture.png) and [the web](http://example.org).\n");
    }

    private void Exercise(string slug, string name, string text) => _terminal.Write($"track/exercises/practice/{slug}/{name}", text);
}
