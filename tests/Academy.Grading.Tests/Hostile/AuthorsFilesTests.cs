using System.Formats.Tar;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using static Academy.Grading.Tests.Given;

namespace Academy.Grading.Tests.Hostile;

/// <summary>What is the author's is not found, replaced or gone around.</summary>
public sealed class AuthorsFilesTests(GradingBench bench) : HostileCase(bench)
{
    [Fact, Trait("Hostile", "4"), Trait("Hostile", "13")]
    public async Task Case04_and_13_there_is_no_secret_to_find()
    {
        var test = IoTest("secret", stdout: "the-hidden-answer") with { Hint = Contracts.Text.Of("the-hidden-hint") };

        var graded = await Bench.GradeAsync(
            IoPlan(test),
            ("main.sh", "a=the-hid; grep -rs --text \"${a}den\" /work /tmp /report /dev/shm /run /proc/[0-9]*/cmdline /proc/[0-9]*/environ; ls /proc/1/fd; env"));

        graded.Report.Verdict.ShouldBe(Verdict.Failed);
        graded.Findings[0].Output.ShouldNotBeNull().ShouldNotContain("hidden");
        graded.Findings[0].Output!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]).Order().ShouldBe(["HOME", "LANG", "PATH", "PWD", "SHLVL", "_"], ignoreOrder: true);
    }

    [Fact, Trait("Hostile", "8")]
    public async Task Case08_an_equality_that_is_always_true_does_not_help_outside()
    {
        var plan = IoPlan(IoTest("total", "3\n")) with { Image = "python", Run = ["python3", "main.py"] };

        var graded = await Bench.GradeAsync(plan, ("main.py", "class Yes(int):\n    def __eq__(self, other): return True\n    __hash__ = None\nprint(Yes(4))"));

        graded.Findings[0].Reason.ShouldBe(FindingReason.OutputDiffers);
    }

    [Fact, Trait("Hostile", "9"), Trait("Hostile", "11")]
    public async Task Case09_and_11_theAuthors_tests_and_settings_win()
    {
        var graded = await Bench.GradeAsync(
            Pytest(),
            ("cart.py", "def total(prices): return -1"),
            ("test_cart.py", "def test_empty(): pass\ndef test_sum(): pass\n"),
            ("conftest.py", "import pytest\n@pytest.hookimpl(hookwrapper=True)\ndef pytest_runtest_makereport(item, call):\n    r = yield\n    r.get_result().outcome = 'passed'\n"),
            ("pytest.ini", "[pytest]\naddopts = --collect-only\n"),
            ("tox.ini", "[pytest]\npython_files = none\n"), ("setup.cfg", "[tool:pytest]\naddopts = -p evil\n"), (".npmrc", "x"), ("Makefile", "all:\n\ttrue\n"));

        (graded.Report.Verdict, graded.Report.Score).ShouldBe((Verdict.Failed, 0));
        graded.Findings.ShouldAllBe(f => f.Reason == FindingReason.TestSays);
    }

    [Fact, Trait("Hostile", "10")]
    public async Task Case10_a_module_that_shadows_another_is_not_taken()
    {
        var forger = $"open('/report/junit.xml', 'w').write(\"\"\"{AllPassed}\"\"\"); raise SystemExit(0)";

        var graded = await Bench.GradeAsync(
            Pytest(), ("cart.py", "def total(prices): return -1"), ("pytest.py", forger), ("_pytest/__init__.py", forger), ("json.py", forger), ("sitecustomize.py", forger), ("usercustomize.py", forger));

        (graded.Report.Verdict, graded.Report.Score).ShouldBe((Verdict.Failed, 0));
    }

    [Fact, Trait("Hostile", "14")]
    public async Task Case14_a_link_to_elsewhere_is_harmless()
    {
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "main.sh") { DataStream = new MemoryStream("cat shadow tests/x; echo end"u8.ToArray()) });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "shadow") { LinkName = "/etc/shadow" });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "tests") { LinkName = "/proc/1/root/report" });
        }

        var graded = await Bench.GradeAsync(IoPlan(IoTest("reads", "x")), archive.ToArray());

        graded.Findings[0].Output.ShouldBe("end\n");
        graded.Report.Verdict.ShouldBe(Verdict.Failed);
    }
}
