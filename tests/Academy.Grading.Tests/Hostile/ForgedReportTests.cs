using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using static Academy.Grading.Tests.Given;

namespace Academy.Grading.Tests.Hostile;

/// <summary>Reports that say what did not happen.</summary>
public sealed class ForgedReportTests(GradingBench bench) : HostileCase(bench)
{
    [Fact, Trait("Hostile", "1")]
    public async Task Case01_a_report_written_at_run_time_is_ignored()
    {
        var cart = $"def total(prices):\n    open('/report/junit.xml', 'w').write(\"\"\"{AllPassed}\"\"\")\n    return -1\n";

        var graded = await Bench.GradeAsync(Pytest(), ("cart.py", cart));

        (graded.Report.Verdict, graded.Report.Score).ShouldBe((Verdict.Failed, 0));
        graded.Findings.ShouldAllBe(f => f.Reason == FindingReason.TestSays);
    }

    [Fact, Trait("Hostile", "2")]
    public async Task Case02_reports_that_were_committed_are_not_there()
    {
        var graded = await Bench.GradeAsync(
            Pytest() with { Run = ["true"] }, ("junit.xml", AllPassed), ("report/junit.xml", AllPassed), ("results.json", "{\"version\":3,\"status\":\"pass\"}"));

        graded.Report.Verdict.ShouldBe(Verdict.Failed);
        graded.Findings.ShouldAllBe(f => f.Reason == FindingReason.NotReported);
    }

    [Theory, Trait("Hostile", "3")]
    [InlineData("ln -s /work/good.xml /report/junit.xml")]
    [InlineData("mkfifo /report/junit.xml")]
    [InlineData("ln -s /dev/zero /report/junit.xml")]
    [InlineData("mkdir /report/junit.xml")]
    [InlineData("truncate -s 7M /report/junit.xml")]
    public async Task Case03_a_report_that_is_no_plain_file_is_rejected(string command)
    {
        var graded = await Bench.GradeAsync(Pytest() with { Run = ["bash", "-c", command] }, ("good.xml", AllPassed));

        (graded.Report.Verdict, graded.Report.Score).ShouldBe((Verdict.InvalidReport, 0));
    }

    [Theory, Trait("Hostile", "5")]
    [InlineData("1..2\nok 1 - test_cart.test_empty\nok 2 - test_cart.test_sum")]
    [InlineData(AllPassed)]
    [InlineData("Grade :=>> 100")]
    [InlineData("##teamcity[testFinished name='test_sum']\n::set-output name=score::100")]
    public async Task Case05_what_is_printed_is_plain_text(string printed)
    {
        var graded = await Bench.GradeAsync(Pytest(), ("cart.py", $"print(\"\"\"{printed}\"\"\", flush=True)\nimport os; os._exit(0)"));

        graded.Report.Verdict.ShouldBe(Verdict.Failed);
        graded.Report.Score.ShouldBe(0);
    }

    [Theory, Trait("Hostile", "6"), Trait("Hostile", "7")]
    [InlineData("import os; os._exit(0)")]
    [InlineData("raise SystemExit(0)")]
    [InlineData("import pytest; pytest.exit('done', 0)")]
    [InlineData("import atexit, os; atexit.register(os._exit, 0)\ndef total(p): import os; os._exit(0)")]
    [InlineData("import pytest; pytestmark = pytest.mark.skip\ndef total(p): pytest.skip('later')")]
    public async Task Case06_and_07_tests_that_are_not_reported_fail(string cart)
    {
        var graded = await Bench.GradeAsync(Pytest(), ("cart.py", cart));

        (graded.Report.Verdict, graded.Report.Score).ShouldBe((Verdict.Failed, 0));
    }

    [Theory, Trait("Hostile", "39"), Trait("Hostile", "40")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><testsuite><testcase classname='test_cart' name='test_sum'>&b;</testcase></testsuite>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><testsuite><testcase classname='test_cart' name='test_sum'/></testsuite>")]
    [InlineData("<testsuite><testcase classname='test_cart' name='test_sum' time='NaN'/></testsuite>")]
    [InlineData("<testsuite><testcase classname='test_cart' name='test_sum' time='-1'/></testsuite>")]
    [InlineData("<testsuite><testcase classname='test_cart' name='test_sum' time='1e308'/></testsuite>")]
    public async Task Case39_and_40_a_report_that_cannot_be_believed_is_an_InvalidReport(string xml)
    {
        File.WriteAllText(Path.Combine(Author.FullName, "forged.xml"), xml);

        var graded = await Bench.GradeAsync(Pytest() with { Run = ["cp", "forged.xml", "/report/junit.xml"] });

        (graded.Report.Verdict, graded.Report.Score).ShouldBe((Verdict.InvalidReport, 0));
        graded.Report.Notice.ShouldNotBeNullOrEmpty();
    }

    [Theory, Trait("Hostile", "40")]
    [InlineData("{\"score\": 1e308, \"tests\": [{\"name\": \"a\", \"score\": 1e308, \"max_score\": 1}]}")]
    [InlineData("{\"score\": NaN}")]
    [InlineData("{\"score\": -5, \"tests\": [{\"name\": \"a\", \"score\": -5, \"max_score\": 1}]}")]
    public async Task Case40_points_from_nowhere_are_not_counted(string json)
    {
        File.WriteAllText(Path.Combine(Author.FullName, "results.json"), json);
        var plan = new GradingPlan(
            GradingMode.Unit, "shell", null, ["cp", "results.json", "/report/results.json"], ReportFormat.Gradescope, Limits, Author.FullName, [CaseTest("a", "a")])
        {
            ReportFile = "/report/results.json",
        };

        var graded = await Bench.GradeAsync(plan);

        graded.Report.Score.ShouldBeInRange(0, 1);
        graded.Report.Verdict.ShouldBeOneOf(Verdict.InvalidReport, Verdict.Passed);
        if (!json.Contains("1e308", StringComparison.Ordinal)) graded.Report.Verdict.ShouldBe(Verdict.InvalidReport);
    }

    [Fact]
    public async Task A_printed_result_before_the_real_one_does_not_win()
    {
        var plan = new GradingPlan(
            GradingMode.Unit, "shell", null, ["bash", "test.sh"], ReportFormat.Tap, Limits, Author.FullName, [CaseTest("adds", "adds"), CaseTest("takes", "takes")])
        {
            ReportFile = GradingPlan.PrintedReport,
        };
        File.WriteAllText(Path.Combine(Author.FullName, "test.sh"), "echo 1..2; bash add.sh; echo 'not ok 1 - adds'; echo 'not ok 2 - takes'");

        var graded = await Bench.GradeAsync(plan, ("add.sh", "echo 'ok 1 - adds'; echo 'ok 2 - takes'"));

        graded.Report.Verdict.ShouldNotBe(Verdict.Passed);
        graded.Report.Score.ShouldBe(0);
    }
}
