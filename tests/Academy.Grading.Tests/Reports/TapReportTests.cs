using Academy.Contracts.Curriculum;
using Academy.Grading.Reports;

namespace Academy.Grading.Tests.Reports;

public sealed class TapReportTests
{
    [Fact]
    public void Reads_what_node_writes_with_subtests_and_yaml()
    {
        var report = Report.ReadFile(ReportFormat.Tap, "node.tap");

        report.Count.ShouldBe(6);
        report.Test("panier").Status.ShouldBe(ReportedStatus.Failed);
        report.Test("panier > est vide au début").Status.ShouldBe(ReportedStatus.Passed);
        report.Test("panier > 1").Status.ShouldBe(ReportedStatus.Passed);
        var sum = report.Test("panier > additionne # deux prix");
        (sum.Status, sum.Message, sum.Duration).ShouldBe((ReportedStatus.Failed, "le total attendu est 5", TimeSpan.FromTicks(12113)));
        report.Test("panier > viendra plus tard").ShouldSatisfyAllConditions(
            t => t.Status.ShouldBe(ReportedStatus.Skipped), t => t.Message.ShouldBe("pas encore"));
        report.Test("panier > à faire").Status.ShouldBe(ReportedStatus.Skipped);
        report.Test("seul").Status.ShouldBe(ReportedStatus.Passed);
        report.Test("2").ShouldBe(report.Test("seul"));
    }

    [Theory]
    [InlineData("bats.tap")]
    [InlineData("bats13.tap")]
    public void Reads_what_bats_writes(string file)
    {
        var report = Report.ReadFile(ReportFormat.Tap, file);

        report.Test("dit bonjour").Status.ShouldBe(ReportedStatus.Passed);
        // The # stands before no directive.
        report.Test("dit au revoir # poliment").ShouldSatisfyAllConditions(
            t => t.Status.ShouldBe(ReportedStatus.Failed),
            t => t.Message.ShouldNotBeNull().ShouldStartWith("(in test file t.bats, line 2)\n"));
        report.Test("plus tard").ShouldSatisfyAllConditions(t => t.Status.ShouldBe(ReportedStatus.Skipped), t => t.Message.ShouldBe("pas encore"));
    }

    [Fact]
    public void Reads_what_perl_writes()
    {
        var report = Report.ReadFile(ReportFormat.Tap, "perl.tap");

        report.Test("un").Status.ShouldBe(ReportedStatus.Passed);
        report.Test("deux > a").Status.ShouldBe(ReportedStatus.Passed);
        report.Test("deux > b").Status.ShouldBe(ReportedStatus.Failed);
        report.Test("3").Status.ShouldBe(ReportedStatus.Skipped);
    }

    [Theory]
    [InlineData("ok 1 - a", "a", nameof(ReportedStatus.Passed))]
    [InlineData("ok", "1", nameof(ReportedStatus.Passed))]
    [InlineData("not ok", "1", nameof(ReportedStatus.Failed))]
    [InlineData("ok a\r", "a", nameof(ReportedStatus.Passed))]
    [InlineData("ok 1a", "1a", nameof(ReportedStatus.Passed))]
    [InlineData("ok - # todo one day", "1", nameof(ReportedStatus.Passed))]
    [InlineData("not ok a # TODO", "a", nameof(ReportedStatus.Skipped))]
    [InlineData("ok a # Skipped: no network", "a", nameof(ReportedStatus.Skipped))]
    [InlineData("not ok a # SKIP", "a", nameof(ReportedStatus.Skipped))]
    [InlineData(@"ok a \# SKIP", "a # SKIP", nameof(ReportedStatus.Passed))]
    [InlineData(@"ok a\\b", @"a\b", nameof(ReportedStatus.Passed))]
    [InlineData("ok a #1", "a #1", nameof(ReportedStatus.Passed))]
    public void Reads_a_test_point(string line, string name, string status) =>
        Report.Read(ReportFormat.Tap, $"TAP version 14\n1..1\n{line}\n").Test(name).Status.ToString().ShouldBe(status);

    [Fact]
    public void What_the_plan_promises_and_nobody_reports_is_missing()
    {
        var report = Report.Read(ReportFormat.Tap, "1..3\nok 1 - a\nok 3 - c\n");

        report.Find("a").ShouldNotBeNull();
        report.Find("2").ShouldBeNull();
        report.Find("c").ShouldNotBeNull();
    }

    [Fact]
    public void After_bail_out_nothing_counts_and_its_reason_is_told()
    {
        var report = Report.Read(ReportFormat.Tap, "ok 1 - a\nBail out! no database\nok 2 - b\n");

        report.Notice.ShouldBe("Bail out! no database");
        report.Find("a").ShouldNotBeNull();
        report.Find("b").ShouldBeNull();
    }

    [Fact]
    public void Subtests_whose_sum_never_comes_do_not_count() =>
        Report.Read(ReportFormat.Tap, "1..1\n    ok 1 - child\n").Count.ShouldBe(0);

    [Fact]
    public void What_a_program_prints_between_is_not_looked_at()
    {
        var report = Report.Read(ReportFormat.Tap, "\uFEFF1..2\nhello\n  ok 7 - three spaces\nok 1 - a\nokay\n# ok 2\n---\n\tok 2\nnot okay\nok 2 - b\n");

        report.Count.ShouldBe(2);
        report.Test("b").Status.ShouldBe(ReportedStatus.Passed);
    }

    [Theory]
    [InlineData("message: 'it''s wrong'", "it's wrong")]
    [InlineData("message: \"a\\\"b\"", "a\"b")]
    [InlineData("message: plain", "plain")]
    [InlineData("message: |-\n    one\n      two\n  other: x", "one\n  two")]
    [InlineData("message: >\n    one\n    two", "one two")]
    [InlineData("message: ~\n  error: e", "e")]
    public void Finds_the_message_in_yaml(string yaml, string message) =>
        Report.Read(ReportFormat.Tap, $"1..1\nnot ok 1 - a\n  ---\n  {yaml}\n  ...\n").Test("a").Message.ShouldBe(message);

    [Fact]
    public void Yaml_without_a_message_is_shown_as_it_is() =>
        Report.Read(ReportFormat.Tap, "1..1\nnot ok 1 - a\n  ---\n  found: 3\n  wanted: 4\n").Test("a").Output.ShouldBe("found: 3\nwanted: 4");

    [Theory]
    [InlineData("", "The report has no plan, a line such as 1..5: were the tests ended early?")]
    [InlineData("ok 1 - a\nok 2 - b\n", "The report has no plan")]
    [InlineData("1..2\nok 1\nok 2\nok 3\n", "The report has a test 3, and its plan is 1..2.")]
    [InlineData("1..0 # SKIP none\nok 1\n", "The report has a test 1, and its plan is 1..0.")]
    [InlineData("1..2\n1..2\n", "The report has two plans.")]
    [InlineData("1..99999999999\n", "The plan 1..99999999999 is not believable.")]
    [InlineData("1..1\nok 99999999999\n", "The number of a test is not believable: 99999999999")]
    [InlineData("TAP version 12\n1..1\nok\n", "TAP version 12 is not known here: 13 and 14 are.")]
    [InlineData("TAP version 14\npragma +strict\n1..1\nhello\nok\n", "After “pragma +strict” this line is not allowed: hello")]
    [InlineData("1..1\nok 1\n  ---\n  duration_ms: -5\n  ...\n", "`duration_ms` is not a duration: -0.005.")]
    [InlineData("1..1\nok 1\n  ---\n  duration_ms: NaN\n  ...\n", "`duration_ms` is not a duration: NaN.")]
    public void Says_what_is_wrong(string tap, string reason) => Report.ShouldBeInvalid(ReportFormat.Tap, tap, reason);

    [Fact]
    public void Refuses_nesting_without_end()
    {
        var lines = Enumerable.Range(0, 100).Select(depth => new string(' ', depth * 4) + "ok 1 - a");

        Report.ShouldBeInvalid(ReportFormat.Tap, string.Join('\n', lines), "Subtests are nested deeper than 16 levels.");
    }

    [Fact]
    public void Refuses_more_tests_than_anybody_writes() =>
        Report.ShouldBeInvalid(ReportFormat.Tap, string.Concat(Enumerable.Repeat("ok\n", 10_001)), "The report has more than 10000 tests.");
}
