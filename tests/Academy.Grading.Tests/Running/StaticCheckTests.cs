using System.Diagnostics;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Checking;
using Academy.Grading.Queue;
using static Academy.Grading.Tests.Given;

namespace Academy.Grading.Tests.Running;

public sealed class StaticCheckTests(GradingBench bench) : IClassFixture<GradingBench>, IDisposable
{
    private readonly DirectoryInfo _author = Directory.CreateTempSubdirectory("academy-author-");

    [Theory]
    // Python
    [InlineData("a.py", "x = 1\ny = eval('2')", "eval", 2)]
    [InlineData("a.py", "import os\nos . system ('ls')", "os.system", 2)]
    [InlineData("a.py", "[3].sort()", "sort", 1)]
    [InlineData("a.py", "# eval('2')\nprint('eval(2)')\ndef eval(x): pass\nevaluate(2)\n'''\neval(3)\n'''", "eval", null)]
    [InlineData("a.py", "s = 'it\\'s'  # eval(1)\neval(2)", "eval", 2)]
    // JavaScript, C and their family
    [InlineData("a.js", "// eval(1)\n/* eval(2)\n*/ `eval(3)`; \"eval(4)\"; function eval() {}\neval(5)", "eval", 4)]
    [InlineData("a.mjs", "Array.from(x)", "Array.from", 1)]
    [InlineData("a.c", "int main(void) {\n  char c = '\"'; system(\"ls\");\n}", "system", 2)]
    [InlineData("a.c", "char *s = \"system(\";", "system", null)]
    [InlineData("a.php", "<?php # eval(1)\n eval('x');", "eval", 2)]
    [InlineData("a.sql", "-- LOAD_EXTENSION(1)\nselect load_extension('x');", "LOAD_EXTENSION", 2)]
    // Shell: the first word of a command
    [InlineData("a.sh", "echo sort\n# sort\ncat f | sort -n", "sort", 3)]
    [InlineData("a.sh", "echo 'a; sort' \"| sort\" resort; x=$#; sort", "sort", 1)]
    [InlineData("a.sh", "if true; then sort f; fi", "sort", 1)]
    [InlineData("script", "#!/usr/bin/env bash\nsort", "sort", 2)]
    // Not a language
    [InlineData("a.txt", "eval(1)", "eval", null)]
    [InlineData("script", "eval(1)", "eval", null)]
    public void Sees_calls_in_code_only(string path, string text, string name, int? line) =>
        SourceFile.Of(path, text)?.LineOfCall(name).ShouldBe(line);

    [Theory]
    [InlineData("a.py", "import sys, os.path as p", "os", 1)]
    [InlineData("a.py", "x = 1\nfrom os.path import join", "os", 2)]
    [InlineData("a.py", "m = __import__('os')", "os", 1)]
    [InlineData("a.py", "import importlib\nimportlib.import_module(\"os\")", "os", 2)]
    [InlineData("a.py", "# import os\ns = 'import os'\nimport oscar\nfrom .os import x\n\"\"\"\nimport os\n\"\"\"", "os", null)]
    [InlineData("a.js", "import { readFile } from 'node:fs/promises';", "fs", 1)]
    [InlineData("a.js", "const fs = require(\"fs\")", "node:fs", 1)]
    [InlineData("a.js", "const fs = await import('fs')", "fs", 1)]
    [InlineData("a.js", "// require('fs')\nconst s = \"require('fs')\"; require('fs-extra')", "fs", null)]
    [InlineData("a.c", "#include <stdio.h>\n# include \"mine.h\"", "stdio.h", 1)]
    [InlineData("a.c", "/* #include <stdio.h> */", "stdio.h", null)]
    [InlineData("A.java", "import java.util.List;", "java.util", 1)]
    [InlineData("a.php", "<?php require_once 'lib/db.php';", "lib/db.php", 1)]
    [InlineData("a.sh", "source ./lib.sh\n. ./other.sh", "./other.sh", 2)]
    public void Sees_imports_in_code_only(string path, string text, string module, int? line) =>
        SourceFile.Of(path, text)!.LineOfModule(module).ShouldBe(line);

    [Theory]
    [InlineData("*.py", "a.py", true)]
    [InlineData("*.py", "src/deep/a.py", true)]
    [InlineData("*.py", "a.pyc", false)]
    [InlineData("src/*.js", "src/a.js", true)]
    [InlineData("src/*.js", "src/deep/a.js", false)]
    [InlineData("src/**/*.js", "src/a.js", true)]
    [InlineData("src/**/*.js", "src/very/deep/a.js", true)]
    [InlineData("src/**", "src/very/deep/a.js", true)]
    [InlineData("a.?", "a.c", true)]
    [InlineData("[x].py", "x.py", false)]
    public void Patterns_of_paths(string pattern, string path, bool matches) => PathPattern.Of([pattern])(path).ShouldBe(matches);

    [Fact]
    public void Whatever_a_learner_writes_is_looked_through_in_a_moment()
    {
        var random = new Random(4);
        string[] words = ["eval", "(", " ", "\n", "'", "\"", "`", "#", "//", "/*", "*/", "\\", "import ", "from ", ",", " as ", "\"\"\"", "os", "$", ".", "\0", "é", "def "];
        string[] endings = ["py", "js", "sh", "php", "sql", "c", "rb"];
        var began = Stopwatch.GetTimestamp();
        foreach (var ending in endings)
        {
            for (var i = 0; i < 200; i++) Look(ending, string.Concat(random.GetItems(words, 60)));
            foreach (var word in words) Look(ending, string.Concat(Enumerable.Repeat(word, 50_000 / word.Length)));
            Look(ending, "import a" + string.Concat(Enumerable.Repeat(", a as b", 20_000)));
        }

        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(30));

        static void Look(string ending, string text)
        {
            var file = SourceFile.Of($"a.{ending}", text)!;
            file.LineOfCall("eval");
            file.LineOfModule("os");
        }
    }

    [Fact]
    public async Task Names_what_is_missing_and_what_is_forbidden_with_its_line()
    {
        var plan = IoPlan(
            IoTest("runs", "4"),
            Check("files", new StaticCheck(["main.sh", "doc/README.md", "src"], [], [], [], null)),
            Check("no-eval", new StaticCheck([], ["eval"], ["os"], ["*.sh", "*.py"], null)),
            Check("no-sort", new StaticCheck([], ["sort"], [], [], null)));

        var graded = await bench.GradeAsync(plan, ("main.sh", "x=2\neval echo $((x + 2))\n"), ("src/a.py", "pass"));

        graded.Findings[0].Status.ShouldBe(TestStatus.Passed);
        graded.Findings[1].ShouldSatisfyAllConditions(f => f.Reason.ShouldBe(FindingReason.FileRequired), f => f.Detail.ShouldBe("doc/README.md, src"));
        graded.Findings[2].ShouldSatisfyAllConditions(f => f.Reason.ShouldBe(FindingReason.CallForbidden), f => f.Detail.ShouldBe("eval\tmain.sh\t2"));
        graded.Findings[3].Status.ShouldBe(TestStatus.Passed);
        graded.Report.ShouldSatisfyAllConditions(r => r.Score.ShouldBe(2), r => r.Verdict.ShouldBe(Verdict.Failed));
    }

    [Fact]
    public async Task The_authors_own_files_are_not_looked_at()
    {
        File.WriteAllText(Path.Combine(_author.FullName, "check.sh"), "exit 0");
        var plan = new GradingPlan(
            GradingMode.Unit, "shell", null, [], ReportFormat.ExitCode, Limits, _author.FullName,
            [CommandTest("right", "bash", "check.sh"), Check("no-sort", new StaticCheck([], ["sort"], [], [], null))]);

        (await bench.GradeAsync(plan, ("check.sh", "sort"))).Report.Score.ShouldBe(2);
    }

    [Fact]
    public async Task The_norm_is_the_authors_command()
    {
        File.WriteAllText(Path.Combine(_author.FullName, "norm.sh"), "! grep -n '.\\{20\\}' main.sh");
        var norm = Check("norm", new StaticCheck([], [], [], [], ["bash", "norm.sh"]));
        var slow = Check("slow", new StaticCheck([], [], [], [], ["sleep", "60"])) with { Seconds = 0.3 };
        var plan = IoPlan(IoTest("runs", "a"), norm, slow) with { FilesFolder = _author.FullName };

        var graded = await bench.GradeAsync(plan, ("main.sh", "echo a\n# a comment that is too long\n"), ("norm.sh", "exit 0"));

        graded.Findings[1].ShouldSatisfyAllConditions(
            f => f.Reason.ShouldBe(FindingReason.NormBroken), f => f.Output.ShouldBe("2:# a comment that is too long"));
        graded.Findings[2].Reason.ShouldBe(FindingReason.TimedOut);
        (await bench.GradeAsync(plan with { Tests = [norm] }, ("main.sh", "echo a"))).Report.Verdict.ShouldBe(Verdict.Passed);
    }

    public void Dispose() => _author.Delete(recursive: true);
}
