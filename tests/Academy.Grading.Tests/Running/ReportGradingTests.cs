using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using static Academy.Grading.Tests.Given;

namespace Academy.Grading.Tests.Running;

/// <summary>Reports of every format, written in the real sandbox by the author's command.</summary>
public sealed class ReportGradingTests(GradingBench bench) : IClassFixture<GradingBench>, IDisposable
{
    private readonly DirectoryInfo _author = Directory.CreateTempSubdirectory("academy-author-");

    [Fact]
    public async Task Bats_reports_in_tap()
    {
        File.WriteAllText(Path.Combine(_author.FullName, "t.bats"), """
            @test "dit bonjour" { run bash main.sh; [ "$output" = bonjour ]; }
            @test "dit au revoir" { run bash main.sh fin; [ "$output" = "au revoir" ]; }
            @test "plus tard" { skip "pas encore"; }
            """);
        var plan = Plan(ReportFormat.Tap, "/report/report.tap", ["bats", "--report-formatter", "tap", "--output", "/report", "t.bats"],
            CaseTest("hello", "dit bonjour"), CaseTest("bye", "2"), CaseTest("later", "plus tard"), CaseTest("never", "jamais"));

        var graded = await bench.GradeAsync(plan, ("main.sh", "echo bonjour"));

        graded.Findings.Select(f => f.Status).ShouldBe([TestStatus.Passed, TestStatus.Failed, TestStatus.Skipped, TestStatus.Failed], graded.Report.Notice);
        graded.Findings[1].Detail.ShouldNotBeNull().ShouldContain("au revoir");
        graded.Findings[2].Reason.ShouldBe(FindingReason.Skipped);
        graded.Findings[3].Reason.ShouldBe(FindingReason.NotReported);
        graded.Report.ShouldSatisfyAllConditions(r => r.Score.ShouldBe(1), r => r.Verdict.ShouldBe(Verdict.Failed));
    }

    [Theory]
    [InlineData(ReportFormat.Ctrf, """{"reportFormat":"CTRF","results":{"tool":{"name":"t"},"summary":{"tests":2,"passed":1,"failed":1,"skipped":0,"pending":0,"other":0},"tests":[{"name":"a","status":"passed","duration":1},{"name":"b","status":"failed","message":"non","duration":1}]}}""", 1)]
    [InlineData(ReportFormat.Exercism, """{"version":2,"status":"fail","tests":[{"name":"a","status":"pass"},{"name":"b","status":"fail","message":"non"}]}""", 1)]
    [InlineData(ReportFormat.Gradescope, """{"tests":[{"name":"a","score":2,"max_score":2},{"number":"b","score":1,"max_score":4,"output":"non"}]}""", 1.25)]
    [InlineData(ReportFormat.PrairieLearn, """{"score":0.5,"tests":[{"name":"a","points":3,"max_points":3},{"name":"b","points":1,"max_points":2,"message":"non"}]}""", 1.5)]
    public async Task Reports_in_json_give_points_and_messages(ReportFormat format, string json, double score)
    {
        var graded = await bench.GradeAsync(Writes(format, json, CaseTest("a", "a"), CaseTest("b", "b")));

        graded.Findings[0].Status.ShouldBe(TestStatus.Passed, graded.Report.Notice);
        graded.Findings[1].ShouldSatisfyAllConditions(f => f.Status.ShouldBe(TestStatus.Failed), f => f.Detail.ShouldBe("non"));
        graded.Report.Score.ShouldBe((decimal)score);
    }

    [Fact]
    public async Task A_report_cannot_give_more_than_the_authors_points()
    {
        var plan = Writes(ReportFormat.Gradescope, """{"score":1000,"tests":[{"name":"a","score":9,"max_score":3}]}""", CaseTest("a", "a"), CaseTest("b", "b"));

        var graded = await bench.GradeAsync(plan);

        // The top score would count, but b was not reported: its point stays lost.
        graded.Report.ShouldSatisfyAllConditions(r => r.Score.ShouldBe(1), r => r.MaxScore.ShouldBe(2), r => r.Verdict.ShouldBe(Verdict.Failed));
    }

    [Fact]
    public async Task The_top_score_of_gradescope_counts_in_place_of_the_sum_and_beside_checks_of_ours()
    {
        var check = Check("readme", new StaticCheck(["README.md"], [], [], [], null));
        var plan = Writes(ReportFormat.Gradescope, """{"score":0.5,"output":"en retard","tests":[{"name":"a","score":1,"max_score":1}]}""", CaseTest("a", "a"), check);

        var graded = await bench.GradeAsync(plan, ("README.md", "# Moi"));

        graded.Report.ShouldSatisfyAllConditions(r => r.Score.ShouldBe(1.5m), r => r.Notice.ShouldBe("en retard"));
    }

    [Fact]
    public async Task A_whole_report_may_be_one_test()
    {
        var test = CaseTest("all", GradingPlan.WholeReport) with { Points = 10 };

        (await bench.GradeAsync(Writes(ReportFormat.Gradescope, """{"score":8}""", test))).Report.ShouldSatisfyAllConditions(
            r => r.Score.ShouldBe(8), r => r.Verdict.ShouldBe(Verdict.Passed));
    }

    [Fact]
    public async Task What_cannot_be_tested_is_told_in_the_words_of_the_tests()
    {
        var plan = Writes(ReportFormat.PrairieLearn, """{"gradable":false,"format_errors":"main.py manque"}""", CaseTest("a", "a"));

        var graded = await bench.GradeAsync(plan);

        graded.Findings[0].Status.ShouldBe(TestStatus.NotRun);
        graded.Report.ShouldSatisfyAllConditions(r => r.Verdict.ShouldBe(Verdict.Failed), r => r.Notice.ShouldBe("main.py manque"));
    }

    [Fact]
    public async Task Whoever_is_stopped_while_writing_has_run_into_the_limit_and_wrote_no_bad_report()
    {
        var plan = Plan(ReportFormat.Ctrf, "/report/ctrf.json", ["bash", "-c", "echo '{\"results\":' > /report/ctrf.json; sleep 60"], CaseTest("a", "a"));

        var graded = await bench.GradeAsync(plan with { Limits = Limits with { Seconds = 0.5 } });

        graded.Report.Verdict.ShouldBe(Verdict.TimedOut);
    }

    [Fact]
    public async Task A_report_larger_than_anybody_needs_is_refused()
    {
        var plan = Plan(ReportFormat.PrairieLearn, "/report/results.json", ["bash", "-c", "head -c 1100000 /dev/zero > /report/results.json"], CaseTest("a", "a"));

        var graded = await bench.GradeAsync(plan);

        graded.Report.Verdict.ShouldBe(Verdict.InvalidReport);
        graded.Report.Notice.ShouldBe("/report/results.json has more than 1024 kB.");
    }

    [Fact]
    public async Task A_report_may_lie_elsewhere()
    {
        var plan = Plan(ReportFormat.Tap, "/work/out/r.tap", ["bash", "-c", "mkdir out; printf '1..1\\nok 1 - a\\n' > out/r.tap"], CaseTest("a", "a"));

        (await bench.GradeAsync(plan)).Report.Score.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_learner_prints_is_text_and_no_report()
    {
        var plan = Plan(ReportFormat.Tap, "/report/report.tap", ["bash", "main.sh"], CaseTest("a", "a"));

        (await bench.GradeAsync(plan, ("main.sh", "printf '1..1\\nok 1 - a\\n'; echo 'Grade :=>> 100'"))).Report.Score.ShouldBe(0);
    }

    [Fact]
    public async Task A_bonus_comes_on_top()
    {
        var bonus = CaseTest("bonus", "b") with { IsBonus = true, Points = 3 };
        var plan = Writes(ReportFormat.Tap, "1..2\nok 1 - a\nok 2 - b", CaseTest("a", "a"), CaseTest("c", "c"), bonus);

        var graded = await bench.GradeAsync(plan);

        graded.Report.ShouldSatisfyAllConditions(r => r.Score.ShouldBe(4), r => r.MaxScore.ShouldBe(2), r => r.Verdict.ShouldBe(Verdict.Passed));
    }

    public void Dispose() => _author.Delete(recursive: true);

    private GradingPlan Writes(ReportFormat format, string report, params GradedTest[] tests)
    {
        File.WriteAllText(Path.Combine(_author.FullName, "report.txt"), report);
        return Plan(format, "/report/report", ["cp", "report.txt", "/report/report"], tests);
    }

    private GradingPlan Plan(ReportFormat format, string file, string[] run, params GradedTest[] tests) =>
        new(GradingMode.Unit, "shell", null, run, format, Limits, _author.FullName, tests) { ReportFile = file };
}
