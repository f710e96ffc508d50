using Academy.Contracts.Curriculum;
using Academy.Grading.Reports;

namespace Academy.Grading.Tests.Reports;

public sealed class JUnitReportTests
{
    [Fact]
    public void Reads_what_pytest_writes()
    {
        var report = Report.ReadFile(ReportFormat.JUnit, "pytest.junit.xml");

        report.Count.ShouldBe(4);
        report.Test("test_total.TestPanier.test_vide").Status.ShouldBe(ReportedStatus.Passed);
        var total = report.Test("test_total.TestPanier.test_total");
        total.Status.ShouldBe(ReportedStatus.Failed);
        total.Message.ShouldNotBeNull().ShouldStartWith("AssertionError: le total de 1 et 2 est 3");
        total.Output.ShouldNotBeNull().ShouldContain("calcul du total");
        total.Duration.ShouldBe(TimeSpan.FromMilliseconds(1));
        var later = report.Test("test_total.TestPanier.test_plus_tard");
        (later.Status, later.Message).ShouldBe((ReportedStatus.Skipped, "pas encore"));
        report.Test("test_total.test_seul").Message.ShouldBe("ValueError: valeur « étrange »");
    }

    [Fact]
    public void Reads_what_node_writes_and_tells_cases_apart_by_their_suites()
    {
        var report = Report.ReadFile(ReportFormat.JUnit, "node.junit.xml");

        report.Test("test.est vide au début").Status.ShouldBe(ReportedStatus.Passed);
        report.Test("panier > est vide au début").Status.ShouldBe(ReportedStatus.Passed);
        report.Test("panier > additionne # deux prix").Message.ShouldBe("le total attendu est 5");
        report.Test("panier > viendra plus tard").Status.ShouldBe(ReportedStatus.Skipped);
        report.Test("panier > à faire").ShouldSatisfyAllConditions(t => t.Status.ShouldBe(ReportedStatus.Failed), t => t.Message.ShouldBe("pas fini"));
        report.Test("seul").Status.ShouldBe(ReportedStatus.Passed);
    }

    [Fact]
    public void Reads_what_bats_writes()
    {
        var report = Report.ReadFile(ReportFormat.JUnit, "bats.junit.xml");

        report.Test("t.bats.dit bonjour").Status.ShouldBe(ReportedStatus.Passed);
        report.Test("t.bats.dit au revoir # poliment").Message.ShouldNotBeNull().ShouldStartWith("(in test file t.bats, line 2)");
        report.Test("t.bats.plus tard").Message.ShouldBe("pas encore");
    }

    [Fact]
    public void The_same_name_twice_only_counts_as_passed_if_it_passed_each_time()
    {
        var report = Report.Read(ReportFormat.JUnit, "<testsuite><testcase name='a'/><testcase name='a'><failure/></testcase><testcase name='a'/></testsuite>");

        report.Test("a").Status.ShouldBe(ReportedStatus.Failed);
    }

    [Fact]
    public void A_name_goes_before_a_path_that_looks_the_same()
    {
        var report = Report.Read(
            ReportFormat.JUnit,
            "<testsuites><testsuite name='s'><testcase classname='c' name='a'><error/></testcase></testsuite><testcase name='s &gt; a'/></testsuites>");

        report.Test("s > a").Status.ShouldBe(ReportedStatus.Passed);
    }

    [Fact]
    public void Text_stays_text()
    {
        var report = Report.Read(ReportFormat.JUnit, "<testsuite><testcase name='&lt;b>\u202E&#0;&#27;[31m'><failure>a<b>c</b><![CDATA[<script>]]></failure></testcase></testsuite>");

        report.Test("<b>\u202E\0\e[31m").Message.ShouldBe("ac<script>");
    }

    [Theory]
    [InlineData("", "The report is not XML: Root element is missing.")]
    [InlineData("ok 1", "The report is not XML: ")]
    [InlineData("<html/>", "The report begins with <html>, not with <testsuites> or <testsuite>.")]
    [InlineData("<testsuite><testcase/></testsuite>", "A <testcase> has no name.")]
    [InlineData("<testsuite><testcase name='a'/>", "The report is not XML: ")]
    [InlineData("<testsuite><testcase name='a' time='NaN'/></testsuite>", "`time` is not a duration: NaN.")]
    [InlineData("<testsuite><testcase name='a' time='-1'/></testsuite>", "`time` is not a duration: -1.")]
    [InlineData("<testsuite><testcase name='a' time='1e308'/></testsuite>", "`time` is not a duration: 1E+308.")]
    [InlineData("<testsuite><testcase name='a' time='soon'/></testsuite>", "“soon” is not a duration in seconds.")]
    [InlineData("<!DOCTYPE t [<!ENTITY a \"aaaa\">]><testsuite><testcase name='&a;'/></testsuite>", "The report is not XML: For security reasons DTD is prohibited")]
    [InlineData("<!DOCTYPE t SYSTEM \"file:///etc/passwd\"><testsuite/>", "The report is not XML: For security reasons DTD is prohibited")]
    [InlineData("<testsuite><testcase name='&unknown;'/></testsuite>", "The report is not XML: ")]
    public void Says_what_is_wrong(string xml, string reason) => Report.ShouldBeInvalid(ReportFormat.JUnit, xml, reason);

    [Fact]
    public void Refuses_nesting_without_end()
    {
        var open = string.Concat(Enumerable.Repeat("<testsuite>", 100_000));
        Report.ShouldBeInvalid(ReportFormat.JUnit, open, "The report is nested deeper than 64 elements.");
        var inside = "<testsuite><testcase name='a'><failure>" + string.Concat(Enumerable.Repeat("<x>", 100_000));
        Report.ShouldBeInvalid(ReportFormat.JUnit, inside, "The report is nested deeper than 64 elements.");
    }

    [Fact]
    public void Maven_writes_thousands_with_a_comma() =>
        Report.Read(ReportFormat.JUnit, "<testsuite><testcase name='a' time='1,234.5'/></testsuite>").Test("a").Duration.ShouldBe(TimeSpan.FromSeconds(1234.5));
}
