using System.Text;
using Academy.Contracts.Curriculum;
using Academy.Grading.Reports;

namespace Academy.Grading.Tests.Reports;

public sealed class JsonReportTests
{
    private const string Ctrf = """{"reportFormat":"CTRF","results":{"tool":{"name":"t"},"summary":{"tests":1,"passed":1,"failed":0,"skipped":0,"pending":0,"other":0},"tests":[TEST]}}""";

    [Fact]
    public void Reads_ctrf_by_suite_and_name_or_by_name()
    {
        var report = Report.ReadFile(ReportFormat.Ctrf, "ctrf.json");

        report.Test("panier.test.js > panier > est vide au début").Status.ShouldBe(ReportedStatus.Passed);
        // Two have the name: both would have to pass.
        report.Test("est vide au début").Status.ShouldBe(ReportedStatus.Skipped);
        var sum = report.Test("additionne deux prix");
        (sum.Status, sum.Message, sum.Output, sum.Duration).ShouldBe((ReportedStatus.Failed, "attendu 5, obtenu 4", "calcul\nfini", TimeSpan.FromMilliseconds(1.5)));
        report.Test("viendra").Status.ShouldBe(ReportedStatus.Skipped);
        report.Test("étrange").ShouldSatisfyAllConditions(t => t.Status.ShouldBe(ReportedStatus.Failed), t => t.Message.ShouldBe("on ne sait pas"));
        report.Find("*").ShouldBeNull();
    }

    [Fact]
    public void Reads_the_first_version_of_exercism()
    {
        var report = Report.ReadFile(ReportFormat.Exercism, "exercism-v1.json");

        report.Test("*").ShouldSatisfyAllConditions(
            t => t.Status.ShouldBe(ReportedStatus.Failed), t => t.Message.ShouldBe("main.sh: line 3: syntax error"));
    }

    [Fact]
    public void Reads_the_second_version_of_exercism()
    {
        var report = Report.ReadFile(ReportFormat.Exercism, "exercism-v2.json");

        report.Test("dit bonjour").Status.ShouldBe(ReportedStatus.Passed);
        report.Test("dit au revoir").ShouldSatisfyAllConditions(t => t.Message.ShouldBe("attendu : au revoir"), t => t.Output.ShouldBe("salut"));
        report.Test("s'arrête").Status.ShouldBe(ReportedStatus.Failed);
        report.Test("*").Status.ShouldBe(ReportedStatus.Failed);
    }

    [Fact]
    public void Reads_the_third_version_of_exercism() =>
        Report.ReadFile(ReportFormat.Exercism, "exercism-v3.json").ShouldSatisfyAllConditions(
            r => r.Test("dit au revoir").Status.ShouldBe(ReportedStatus.Passed), r => r.Test("*").Status.ShouldBe(ReportedStatus.Passed));

    [Fact]
    public void When_exercism_says_error_no_test_ran()
    {
        var report = Report.Read(ReportFormat.Exercism, """{"version":2,"status":"error","message":"no main","tests":[{"name":"a","status":"pass"}]}""");

        report.NothingRan.ShouldBeTrue();
        report.Notice.ShouldBe("no main");
        report.Find("a").ShouldBeNull();
        report.Test("*").Status.ShouldBe(ReportedStatus.Failed);
    }

    [Fact]
    public void Exercism_cannot_pass_as_a_whole_with_a_test_that_failed() =>
        Report.Read(ReportFormat.Exercism, """{"version":2,"status":"pass","tests":[{"name":"a","status":"fail","message":"no"}]}""")
            .Test("*").Status.ShouldBe(ReportedStatus.Failed);

    [Fact]
    public void What_is_longer_than_exercism_allows_is_cut_and_said_to_be_cut()
    {
        var report = Report.Read(ReportFormat.Exercism, $$"""{"version":2,"status":"pass","tests":[{"name":"a","status":"pass","output":"{{new string('é', 501)}}"},{"name":"b","status":"pass","output":"{{new string('é', 500)}}"}]}""");

        report.Test("a").ShouldSatisfyAllConditions(t => t.IsCut.ShouldBeTrue(), t => t.Output!.Length.ShouldBe(500));
        report.Test("b").IsCut.ShouldBeFalse();
    }

    [Fact]
    public void Reads_gradescope_by_name_or_number_with_points_and_visibility()
    {
        var report = Report.ReadFile(ReportFormat.Gradescope, "gradescope.json");

        var sort = report.Test("Tri");
        (sort.PointsOf(10), sort.Visibility, sort.Message).ShouldBe((7.5m, TestVisibility.Always, "3 listes sur 4"));
        report.Test("1.1").ShouldBe(sort);
        report.Test("Recherche").ShouldSatisfyAllConditions(t => t.PointsOf(3).ShouldBe(3), t => t.Visibility.ShouldBe(TestVisibility.AfterDeadline));
        report.Test("2").ShouldSatisfyAllConditions(t => t.PointsOf(4).ShouldBe(0), t => t.Visibility.ShouldBe(TestVisibility.Never));
        report.Test("Style").PointsOf(2).ShouldBe(0);
        report.Test("En plus").PointsOf(2).ShouldBe(2, "no more than the author gives");
        report.Test("*").PointsOf(20).ShouldBe(8.5m);
        report.Total.ShouldBeNull();
        report.Notice.ShouldBeNull("it is to be seen after the deadline");
    }

    [Fact]
    public void The_top_score_of_gradescope_overrides_the_sum()
    {
        var report = Report.Read(ReportFormat.Gradescope, """{"score":4.5,"output":"late","tests":[{"name":"a","score":6}]}""");

        report.Total.ShouldBe(4.5m);
        report.Test("*").PointsOf(10).ShouldBe(4.5m);
        report.Test("a").PointsOf(10).ShouldBe(6);
        report.Notice.ShouldBe("late");
    }

    [Fact]
    public void Reads_prairielearn()
    {
        var report = Report.ReadFile(ReportFormat.PrairieLearn, "prairielearn.json");

        report.Test("Compile").PointsOf(2).ShouldBe(2);
        report.Test("Calcule").ShouldSatisfyAllConditions(t => t.PointsOf(10).ShouldBe(3), t => t.Message.ShouldBe("2 + 2 ne font pas 5"));
        report.Test("Un point").PointsOf(1).ShouldBe(1);
        report.Test("*").PointsOf(10).ShouldBe(2.5m);
        report.Notice.ShouldBe("Presque.\ngcc -o prog main.c");
    }

    [Fact]
    public void Prairielearn_sums_up_its_tests_when_it_gives_no_score() =>
        Report.Read(ReportFormat.PrairieLearn, """{"tests":[{"name":"a","points":1,"max_points":4},{"name":"b","points":0}]}""").Test("*").PointsOf(10).ShouldBe(2);

    [Theory]
    [InlineData("\"main.py is missing\"")]
    [InlineData("[\"main.py is missing\"]")]
    public void What_prairielearn_cannot_grade_earns_nothing_and_says_why(string errors)
    {
        var report = Report.Read(ReportFormat.PrairieLearn, $$"""{"gradable":false,"format_errors":{{errors}},"score":1,"tests":[{"name":"a","points":1}]}""");

        report.NothingRan.ShouldBeTrue();
        report.Notice.ShouldBe("main.py is missing");
        report.Find("a").ShouldBeNull();
        report.Test("*").PointsOf(10).ShouldBe(0);
    }

    [Fact]
    public void Points_are_rounded_down_so_that_nobody_passes_by_rounding() =>
        new ReportedTest(ReportedStatus.Failed) { Score = 2, MaxScore = 3 }.PointsOf(1).ShouldBe(0.66m);

    [Theory]
    [InlineData(ReportFormat.Ctrf, """{"reportFormat":"JUnit","results":{}}""", "`reportFormat` must be CTRF, not JUnit.")]
    [InlineData(ReportFormat.Ctrf, """{"results":{}}""", "`results.tool` is missing.")]
    [InlineData(ReportFormat.Ctrf, """{"results":{"tool":{"name":"t"},"summary":{"tests":"1"}}}""", "`results.summary.tests` must be a whole number from 0 to 2147483647.")]
    [InlineData(ReportFormat.Ctrf, "TEST:{\"name\":\"a\",\"status\":\"great\"}", "`results.tests[0].status` must be one of passed, failed, skipped, pending, other.")]
    [InlineData(ReportFormat.Ctrf, "TEST:{\"name\":\"a\",\"status\":\"passed\",\"duration\":-1}", "`results.tests[0].duration` must be a number from 0 to 1000000000.")]
    [InlineData(ReportFormat.Ctrf, "TEST:{\"status\":\"passed\"}", "`results.tests[0].name` is missing.")]
    [InlineData(ReportFormat.Ctrf, "TEST:3", "`results.tests[0]` must be an object { … }.")]
    [InlineData(ReportFormat.Exercism, """{"version":4,"status":"pass"}""", "`version` must be a whole number from 1 to 3.")]
    [InlineData(ReportFormat.Exercism, """{"version":1,"status":"fail"}""", "`message` is missing.")]
    [InlineData(ReportFormat.Exercism, """{"version":2,"status":"error"}""", "`message` is missing.")]
    [InlineData(ReportFormat.Exercism, """{"version":2,"status":"pass"}""", "`tests` is missing.")]
    [InlineData(ReportFormat.Exercism, """{"version":2,"status":"pass","tests":[]}""", "`tests` is empty: when no test ran, `status` is error.")]
    [InlineData(ReportFormat.Exercism, """{"version":2,"status":"fail","tests":[{"name":"a","status":"fail"}]}""", "`tests[0].message` is missing.")]
    [InlineData(ReportFormat.Exercism, """{"version":3,"status":"pass","tests":[{"name":"a","status":"pass","task_id":"1"}]}""", "`tests[0].task_id` must be a whole number from 0 to 2147483647.")]
    [InlineData(ReportFormat.Exercism, """{"version":2,"status":"PASS"}""", "`status` must be one of pass, fail, error.")]
    [InlineData(ReportFormat.Gradescope, "{}", "There must be a `score`, or `tests`.")]
    [InlineData(ReportFormat.Gradescope, """{"score":-1}""", "`score` must be a number from 0 to 1000000.")]
    [InlineData(ReportFormat.Gradescope, """{"score":1e308}""", "`score` must be a number from 0 to 1000000.")]
    [InlineData(ReportFormat.Gradescope, """{"score":"NaN"}""", "`score` must be a number from 0 to 1000000.")]
    [InlineData(ReportFormat.Gradescope, """{"score":NaN}""", "The report is not JSON: 'N' is an invalid start of a value.")]
    [InlineData(ReportFormat.Gradescope, """{"score":Infinity}""", "The report is not JSON: 'I' is an invalid start of a value.")]
    [InlineData(ReportFormat.Gradescope, """{"tests":[{"name":"a","score":1,"max_score":-1}]}""", "`tests[0].max_score` must be a number from 0 to 1000000.")]
    [InlineData(ReportFormat.Gradescope, """{"tests":[{"name":"a","visibility":"secret"}]}""", "`tests[0].visibility` must be one of visible, after_due_date, after_published, hidden.")]
    [InlineData(ReportFormat.Gradescope, """{"tests":{"a":1}}""", "`tests` must be a list.")]
    [InlineData(ReportFormat.PrairieLearn, "{}", "`score` is missing.")]
    [InlineData(ReportFormat.PrairieLearn, """{"score":1.01}""", "`score` must be a number from 0 to 1.")]
    [InlineData(ReportFormat.PrairieLearn, """{"score":1,"gradable":"yes"}""", "`gradable` must be true or false.")]
    [InlineData(ReportFormat.PrairieLearn, """{"score":1,"format_errors":[1]}""", "`format_errors[0]` must be a text.")]
    [InlineData(ReportFormat.PrairieLearn, """{"tests":[{"name":"a","points":-2}]}""", "`tests[0].points` must be a number from 0 to 1000000.")]
    public void Says_what_is_wrong(ReportFormat format, string json, string reason) =>
        Report.ShouldBeInvalid(format, json.StartsWith("TEST:", StringComparison.Ordinal) ? Ctrf.Replace("TEST", json[5..], StringComparison.Ordinal) : json, reason);

    public static TheoryData<ReportFormat> JsonFormats => [ReportFormat.Ctrf, ReportFormat.Exercism, ReportFormat.Gradescope, ReportFormat.PrairieLearn];

    [Theory, MemberData(nameof(JsonFormats))]
    public void Refuses_what_is_no_honest_json(ReportFormat format)
    {
        Report.ShouldBeInvalid(format, "", "The report is not JSON: ");
        Report.ShouldBeInvalid(format, "ok 1", "The report is not JSON: ");
        Report.ShouldBeInvalid(format, "[]", "The report must be an object.");
        Report.ShouldBeInvalid(format, "null", "The report must be an object.");
        Report.ShouldBeInvalid(format, """{"score":0,"score":1}""", "The report is not JSON: Duplicate property");
        Report.ShouldBeInvalid(format, "{} {}", "The report is not JSON: ");
        Report.ShouldBeInvalid(format, "{/* a */}", "The report is not JSON: ");
        Report.ShouldBeInvalid(format, string.Concat(Enumerable.Repeat("""{"a":""", 100_000)), "The report is not JSON: ");
        Should.Throw<InvalidReportException>(() => ReportReader.Read(format, Encoding.Latin1.GetBytes("""{"status":"é"}"""))).Message.ShouldBe("The report is not text in UTF-8.");
        Should.Throw<InvalidReportException>(() => ReportReader.Read(format, Encoding.Unicode.GetBytes("{}"))).Message.ShouldStartWith("The report is not JSON: ");
    }

    [Fact]
    public void A_byte_order_mark_is_harmless_and_half_a_character_is_not()
    {
        Report.Read(ReportFormat.Exercism, "\uFEFF{\"status\":\"pass\"}").Test("*").Status.ShouldBe(ReportedStatus.Passed);
        Report.ShouldBeInvalid(ReportFormat.Exercism, """{"status":"fail","message":"\ud800"}""", "`message` must be a text without broken characters.");
    }

    [Fact]
    public void A_report_has_a_largest_size()
    {
        Report.ShouldBeInvalid(ReportFormat.PrairieLearn, new string(' ', (1 << 20) + 1), "The report has more than 1024 kB.");
        Report.ShouldBeInvalid(ReportFormat.Ctrf, new string(' ', (4 << 20) + 1), "The report has more than 4096 kB.");
        Report.ShouldBeInvalid(
            ReportFormat.PrairieLearn, $$"""{"tests":[{{string.Join(',', Enumerable.Repeat("0", 10_001))}}]}""", "`tests` has more than 10000 entries.");
    }
}
