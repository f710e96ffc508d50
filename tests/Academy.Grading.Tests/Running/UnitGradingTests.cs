using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using static Academy.Grading.Tests.Given;

namespace Academy.Grading.Tests.Running;

public sealed class UnitGradingTests(GradingBench bench) : IClassFixture<GradingBench>, IDisposable
{
    private readonly DirectoryInfo _author = Directory.CreateTempSubdirectory("academy-author-");

    [Fact]
    public async Task Reads_the_report_of_the_authors_tests()
    {
        var graded = await bench.GradeAsync(Pytest(), ("cart.py", "def total(prices):\n    return sum(prices) + 1\n"));

        graded.Findings[0].Status.ShouldBe(TestStatus.Failed);
        graded.Findings[0].Reason.ShouldBe(FindingReason.TestSays);
        graded.Findings[0].Detail.ShouldNotBeNull().ShouldContain("le total de rien");
        graded.Findings[1].Status.ShouldBe(TestStatus.Passed);
        graded.Report.Verdict.ShouldBe(Verdict.Failed);
        graded.Report.Score.ShouldBe(1);
    }

    [Theory]
    [InlineData("import os; os._exit(0)")]
    [InlineData("import sys; sys.exit(0)")]
    [InlineData("this is no python")]
    public async Task An_early_exit_earns_nothing(string code)
    {
        var graded = await bench.GradeAsync(Pytest(), ("cart.py", code));

        graded.Report.Verdict.ShouldBe(Verdict.Failed);
        graded.Report.Score.ShouldBe(0);
    }

    [Fact]
    public async Task The_authors_files_win_over_the_learners()
    {
        var graded = await bench.GradeAsync(
            Pytest(),
            ("cart.py", "def total(prices):\n    return 0\n"),
            ("test_cart.py", "def test_empty(): pass\ndef test_sum(): pass\n"),
            ("conftest.py", "import pytest\n@pytest.hookimpl\ndef pytest_runtest_makereport(item, call):\n    call.excinfo = None\n"),
            ("pytest.ini", "[pytest]\naddopts = --collect-only\n"));

        graded.Report.Score.ShouldBeLessThan(2);
    }

    [Fact]
    public async Task A_report_that_was_pushed_is_not_looked_at()
    {
        var graded = await bench.GradeAsync(
            Pytest() with { Run = ["true"] },
            ("report/junit.xml", "<testsuite><testcase classname='test_cart' name='test_empty'/></testsuite>"),
            ("junit.xml", "<testsuite><testcase classname='test_cart' name='test_empty'/></testsuite>"));

        graded.Report.Score.ShouldBe(0);
        graded.Findings.ShouldAllBe(f => f.Reason == FindingReason.NotReported);
    }

    [Theory]
    [InlineData("ln -s /etc/passwd /report/junit.xml")]
    [InlineData("mkfifo /report/junit.xml")]
    [InlineData("echo '<html/>' > /report/junit.xml")]
    [InlineData("echo 'no xml' > /report/junit.xml")]
    [InlineData("echo '<!DOCTYPE x [<!ENTITY a \"b\">]><testsuite>&a;</testsuite>' > /report/junit.xml")]
    [InlineData("echo '<testsuite><testcase name=\"a\" time=\"NaN\"/></testsuite>' > /report/junit.xml")]
    public async Task A_report_that_cannot_be_believed_is_named(string command)
    {
        var graded = await bench.GradeAsync(Pytest() with { Run = ["bash", "-c", command] }, ("cart.py", ""));

        graded.Report.Verdict.ShouldBe(Verdict.InvalidReport);
        graded.Report.Score.ShouldBe(0);
        graded.Report.Notice.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Tests_by_exit_code_say_what_they_print()
    {
        File.WriteAllText(Path.Combine(_author.FullName, "check.sh"), "[ -f \"$1\" ] || { echo \"Il manque $1\"; exit 1; }");
        var plan = new GradingPlan(
            GradingMode.Unit, "shell", null, [], ReportFormat.ExitCode, Limits, _author.FullName,
            [CommandTest("readme", "bash", "check.sh", "README.md"), CommandTest("notes", "bash", "check.sh", "notes.txt")]);

        var graded = await bench.GradeAsync(plan, ("README.md", "# Moi"), ("check.sh", "exit 0"));

        graded.Findings[0].Status.ShouldBe(TestStatus.Passed);
        graded.Findings[1].Detail.ShouldBe("Il manque notes.txt");
    }

    [Theory]
    [InlineData(ReportFormat.ExitCode)]
    [InlineData(ReportFormat.JUnit)]
    public async Task A_build_cannot_change_the_authors_files(ReportFormat report)
    {
        File.WriteAllText(Path.Combine(_author.FullName, "check.sh"), "exit 1");
        var plan = new GradingPlan(
            GradingMode.Unit, "shell", ["bash", "build.sh"], ["bash", "check.sh"], report, Limits, _author.FullName,
            [report == ReportFormat.JUnit ? CaseTest("right", "check.right") : CommandTest("right", "bash", "check.sh")]);

        var graded = await bench.GradeAsync(plan, ("build.sh", """
            echo 'echo "<testsuite><testcase classname=\"check\" name=\"right\"/></testsuite>" > /report/junit.xml' > check.sh
            bash check.sh
            """));

        graded.Report.Score.ShouldBe(0);
    }

    [Fact]
    public async Task Test_files_that_do_not_fit_are_told_as_a_full_disk()
    {
        var test = CommandTest("right", "bash", "check.sh") with { Files = new Dictionary<string, string> { ["check.sh"] = $"exit 1 # {new string('x', 1 << 20)}" } };
        var plan = new GradingPlan(GradingMode.Unit, "shell", null, [], ReportFormat.ExitCode, Limits, null, [test]);

        var graded = await bench.GradeAsync(plan, ("check.sh", "exit 0"), ("ballast", new string('x', (Limits.DiskMb << 20) - (1 << 17))));

        graded.Findings[0].Reason.ShouldBe(FindingReason.DiskFull);
        graded.Report.Verdict.ShouldBe(Verdict.DiskFull);
    }

    [Fact]
    public async Task Files_that_no_disk_takes_are_told_as_such_and_not_as_a_full_disk()
    {
        var graded = await bench.GradeAsync(Pytest(), (new string('x', 300), "too long a name"));

        graded.Findings.ShouldAllBe(f => f.Status == TestStatus.NotRun && f.Reason == FindingReason.FilesRefused);
        graded.Findings[0].Detail.ShouldNotBeNull().ShouldContain("File name too long");
        graded.Report.Verdict.ShouldBe(Verdict.Failed);
    }

    [Fact]
    public async Task A_commit_without_files_is_graded_as_any_other()
    {
        var graded = await bench.GradeAsync(Pytest());

        graded.Findings.ShouldAllBe(f => f.Status == TestStatus.Failed);
        graded.Report.Verdict.ShouldBe(Verdict.Failed);
    }

    [Fact]
    public async Task A_test_command_that_hangs_times_out()
    {
        var plan = Pytest() with { Limits = Limits with { Seconds = 1 } };

        var graded = await bench.GradeAsync(plan, ("cart.py", "while True: pass"));

        graded.Report.Verdict.ShouldBe(Verdict.TimedOut);
    }

    public void Dispose() => _author.Delete(recursive: true);

    private GradingPlan Pytest()
    {
        File.WriteAllText(
            Path.Combine(_author.FullName, "test_cart.py"),
            """
            from cart import total

            def test_empty():
                assert total([]) == 0, "le total de rien est 0"

            def test_sum():
                assert total([1, 2]) in (3, 4)
            """);
        File.WriteAllText(Path.Combine(_author.FullName, "conftest.py"), "");
        File.WriteAllText(Path.Combine(_author.FullName, "pytest.ini"), "[pytest]\n");
        return new GradingPlan(
            GradingMode.Unit, "python", null,
            ["python3", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--junitxml=/report/junit.xml", "test_cart.py"],
            ReportFormat.JUnit, Limits, _author.FullName,
            [CaseTest("empty", "test_cart.test_empty"), CaseTest("sum", "test_cart.test_sum")]);
    }
}
