using Academy.Contracts.Grading;
using Academy.Testing;
using static Academy.Grading.Tests.Given;

namespace Academy.Grading.Tests.Running;

/// <summary>In each image of images/, a first program of its language is graded, with the tools that the image promises.</summary>
public sealed class ImagesTests(GradingBench bench) : IClassFixture<GradingBench>
{
    private static readonly Dictionary<string, (string[]? Build, string[] Run, (string, string)[] Files)> Hello = new()
    {
        ["base"] = (null, ["bash", "main.sh"], [("main.sh", "echo Bonjour")]),
        ["shell"] = (null, ["bats", "--tap", "main.bats"], [("main.bats", "@test \"greets\" { [ \"$(jq -r .a <<<'{\"a\":\"Bonjour\"}')\" = Bonjour ]; }")]),
        ["c"] = (["make", "hello", "CFLAGS=-Wall -Werror"], ["valgrind", "--quiet", "--error-exitcode=3", "./hello"],
            [("hello.c", "#include <stdio.h>\n#include <stdlib.h>\nint main(void) { char *s = malloc(4); puts(\"Bonjour\"); free(s); return 0; }")]),
        ["dotnet"] = (["csharp", "hello", "main.cs"], ["dotnet", "hello.dll"], [("main.cs", "var words = new List<string> { \"Bonjour\" }; Console.WriteLine(words.Single());")]),
        ["node"] = (null, ["node", "main.mjs"], [("main.mjs", "import { test } from 'node:test'; console.log(typeof test === 'function' && 'Bonjour')")]),
        ["php"] = (null, ["php", "main.php"], [("main.php", "<?php $db = new PDO('sqlite::memory:'); echo $db->query(\"select 'Bonjour'\")->fetchColumn(), \"\\n\";")]),
        ["python"] = (null, ["python3", "-m", "pytest", "-q", "--no-header", "-p", "no:cacheprovider", "main.py", "-s"], [("main.py", "import bs4, lxml, tinycss2\ndef test_hello(): print('Bonjour')")]),
        ["sql"] = (null, ["with-postgres", "psql", "-Atq", "-f", "main.sql"], [("main.sql", "create table t (x text); insert into t values ('Bonjour'); select x from t;")]),
        ["web"] = (null, ["node", "main.mjs"],
            [("main.mjs", "import { launch } from 'academy-browser'; const b = await launch(); const p = await b.newPage(); await p.setContent('<h1>Bonjour</h1>'); console.log(await p.textContent('h1')); await b.close()")]),
    };

    public static TheoryData<string> Images { get; } =
        [.. Directory.GetDirectories(Path.Combine(TestPaths.Root, "images")).Select(folder => Path.GetFileName(folder)).Order()];

    [Theory, MemberData(nameof(Images))]
    public async Task A_first_program_is_graded(string image)
    {
        var (build, run, files) = Hello[image];
        var plan = IoPlan(IoTest("hello", image == "shell" ? "ok 1 greets" : "Bonjour", compare: Contracts.Curriculum.Comparison.Contains)) with
        {
            Image = image,
            Build = build,
            Run = run,
            Limits = Limits with { Seconds = 60, MemoryMb = 512, DiskMb = 64, Processes = 128 },
        };

        var graded = await bench.GradeAsync(plan, files);

        (graded.Report.Verdict, graded.Findings.Single().Errors, graded.Report.Notice).ShouldBe((Verdict.Passed, "", null));
    }
}
