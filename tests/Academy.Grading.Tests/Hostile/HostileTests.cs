using System.Formats.Tar;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using static Academy.Grading.Tests.Given;

namespace Academy.Grading.Tests.Hostile;

/// <summary>
/// Submissions that want more than to be graded. A case's number is findable as the trait "Hostile", here and in the other test
/// projects; after each of these the next job is normal, and nothing is left on the engine (<see cref="GradingBench"/>).
/// </summary>
public sealed class HostileTests(GradingBench bench) : IClassFixture<GradingBench>, IAsyncLifetime
{
    private const string AllPassed = "<testsuite><testcase classname='test_cart' name='test_empty'/><testcase classname='test_cart' name='test_sum'/></testsuite>";

    private readonly DirectoryInfo _author = Directory.CreateTempSubdirectory("academy-hostile-");

    [Fact, Trait("Hostile", "1")]
    public async Task Case01_a_report_written_at_run_time_is_ignored()
    {
        var cart = $"def total(prices):\n    open('/report/junit.xml', 'w').write(\"\"\"{AllPassed}\"\"\")\n    return -1\n";

        var graded = await bench.GradeAsync(Pytest(), ("cart.py", cart));

        (graded.Report.Verdict, graded.Report.Score).ShouldBe((Verdict.Failed, 0));
        graded.Findings.ShouldAllBe(f => f.Reason == FindingReason.TestSays);
    }

    [Fact, Trait("Hostile", "2")]
    public async Task Case02_reports_that_were_committed_are_not_there()
    {
        var graded = await bench.GradeAsync(
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
        var graded = await bench.GradeAsync(Pytest() with { Run = ["bash", "-c", command] }, ("good.xml", AllPassed));

        (graded.Report.Verdict, graded.Report.Score).ShouldBe((Verdict.InvalidReport, 0));
    }

    [Fact, Trait("Hostile", "4"), Trait("Hostile", "13")]
    public async Task Case04_and_13_there_is_no_secret_to_find()
    {
        var test = IoTest("secret", stdout: "the-hidden-answer") with { Hint = Contracts.Text.Of("the-hidden-hint") };

        var graded = await bench.GradeAsync(
            IoPlan(test),
            ("main.sh", "a=the-hid; grep -rs --text \"${a}den\" /work /tmp /report /dev/shm /run /proc/[0-9]*/cmdline /proc/[0-9]*/environ; ls /proc/1/fd; env"));

        graded.Report.Verdict.ShouldBe(Verdict.Failed);
        graded.Findings[0].Output.ShouldNotBeNull().ShouldNotContain("hidden");
        graded.Findings[0].Output!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]).Order().ShouldBe(["HOME", "LANG", "PATH", "PWD", "SHLVL", "_"], ignoreOrder: true);
    }

    [Theory, Trait("Hostile", "5")]
    [InlineData("1..2\nok 1 - test_cart.test_empty\nok 2 - test_cart.test_sum")]
    [InlineData(AllPassed)]
    [InlineData("Grade :=>> 100")]
    [InlineData("##teamcity[testFinished name='test_sum']\n::set-output name=score::100")]
    public async Task Case05_what_is_printed_is_plain_text(string printed)
    {
        var graded = await bench.GradeAsync(Pytest(), ("cart.py", $"print(\"\"\"{printed}\"\"\", flush=True)\nimport os; os._exit(0)"));

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
        var graded = await bench.GradeAsync(Pytest(), ("cart.py", cart));

        (graded.Report.Verdict, graded.Report.Score).ShouldBe((Verdict.Failed, 0));
    }

    [Fact, Trait("Hostile", "8")]
    public async Task Case08_an_equality_that_is_always_true_does_not_help_outside()
    {
        var plan = IoPlan(IoTest("total", "3\n")) with { Image = "python", Run = ["python3", "main.py"] };

        var graded = await bench.GradeAsync(plan, ("main.py", "class Yes(int):\n    def __eq__(self, other): return True\n    __hash__ = None\nprint(Yes(4))"));

        graded.Findings[0].Reason.ShouldBe(FindingReason.OutputDiffers);
    }

    [Fact, Trait("Hostile", "9"), Trait("Hostile", "11")]
    public async Task Case09_and_11_the_authors_tests_and_settings_win()
    {
        var graded = await bench.GradeAsync(
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

        var graded = await bench.GradeAsync(
            Pytest(), ("cart.py", "def total(prices): return -1"), ("pytest.py", forger), ("_pytest/__init__.py", forger), ("json.py", forger), ("sitecustomize.py", forger), ("usercustomize.py", forger));

        (graded.Report.Verdict, graded.Report.Score).ShouldBe((Verdict.Failed, 0));
    }

    [Fact, Trait("Hostile", "12"), Trait("Hostile", "16")]
    public async Task Case12_and_16_nothing_is_planted_for_the_next_test()
    {
        var plant = """
            if [ ! -e /tmp/seen ]; then
              for d in /work /tmp /report /dev/shm /var/tmp /run /home /root /etc; do echo x > $d/seen; done 2> /dev/null
              mkdir -p /tmp/.local/lib/python3.11/site-packages; echo "print('planted')" > /tmp/.local/lib/python3.11/site-packages/usercustomize.py
              echo 'echo planted' | tee /tmp/.bashrc /tmp/.profile /tmp/.bash_profile > /dev/null
              export LD_PRELOAD=/tmp/x.so NODE_OPTIONS=--require=/tmp/x.js PYTHONSTARTUP=/tmp/x.py BASH_ENV=/tmp/.bashrc
              python3 -c "
            import ctypes; c = ctypes.CDLL(None)
            print('first', c.shmget(4711, 4096, 0o1666) >= 0, c.msgget(4711, 0o1666) >= 0, c.semget(4711, 1, 0o1666) >= 0)"
              exit
            fi
            echo planted
            """;
        var look = """
            import ctypes, glob, os
            c = ctypes.CDLL(None)
            found = [d for d in ('/work', '/tmp', '/report', '/dev/shm', '/var/tmp', '/run') if os.path.exists(d + '/seen')] + glob.glob('/dev/mqueue/*')
            print(found, c.shmget(4711, 4096, 0), c.msgget(4711, 0), c.semget(4711, 1, 0), sorted(os.environ))
            """;
        var plan = IoPlan(IoTest("plants", "first True True True", compare: Comparison.Contains), IoTest("finds", "[] -1 -1 -1 ['HOME', 'LANG', 'PATH']\n") with { Run = ["python3", "look.py"] }) with { Image = "python" };

        var graded = await bench.GradeAsync(plan, ("main.sh", plant), ("look.py", look));

        graded.Findings.ShouldAllBe(f => f.Status == TestStatus.Passed);
        graded.Report.Verdict.ShouldBe(Verdict.Passed);
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

        var graded = await bench.GradeAsync(IoPlan(IoTest("reads", "x")), archive.ToArray());

        graded.Findings[0].Output.ShouldBe("end\n");
        graded.Report.Verdict.ShouldBe(Verdict.Failed);
    }

    [Theory]
    [InlineData(17, "b() { b | b & }; b; sleep 5", nameof(Verdict.TooManyProcesses))]
    [InlineData(17, "b() { b | b & }; b", nameof(Verdict.TooManyProcesses))]
    [InlineData(17, "(while :; do sleep 60 & done) & exit 0", nameof(Verdict.TooManyProcesses))]
    [InlineData(18, "head -c 300M /dev/zero | tail -n 1", nameof(Verdict.OutOfMemory))]
    [InlineData(18, "x=x; while :; do x=$x$x; done", nameof(Verdict.OutOfMemory))]
    [InlineData(19, "cat /dev/zero > /work/big", nameof(Verdict.DiskFull))]
    [InlineData(19, "while : > /tmp/f$((i++)); do :; done; exit 1", nameof(Verdict.DiskFull))]
    [InlineData(19, "truncate -s 1T /work/sparse", nameof(Verdict.DiskFull))]
    [InlineData(20, "head -c 10G /dev/zero", nameof(Verdict.OutputTooLarge))]
    [InlineData(20, "yes >&2", nameof(Verdict.OutputTooLarge))]
    [InlineData(21, "while :; do :; done", nameof(Verdict.TimedOut))]
    [InlineData(21, "sleep infinity", nameof(Verdict.TimedOut))]
    [InlineData(23, "trap '' TERM INT HUP QUIT; while :; do sleep 1; done", nameof(Verdict.TimedOut))]
    [Trait("Hostile", "17"), Trait("Hostile", "18"), Trait("Hostile", "19"), Trait("Hostile", "20"), Trait("Hostile", "21"), Trait("Hostile", "23")]
    public async Task Case17_to_23_a_limit_has_its_verdict(int number, string program, string verdict)
    {
        var graded = await bench.GradeAsync(IoPlan(IoTest($"case-{number}", "x", seconds: 5)) with { Limits = Limits with { DiskMb = 4 } }, ("main.sh", program));

        (graded.Report.Verdict.ToString(), graded.Report.Score).ShouldBe((verdict, 0));
    }

    [Fact, Trait("Hostile", "24")]
    public async Task Case24_a_daemon_does_not_live_to_see_the_next_test()
    {
        var plan = IoPlan(IoTest("leaves", "left\n"), IoTest("finds", "1\n") with { Run = ["bash", "-c", "ls -d /proc/[0-9]* | grep -vc \"^/proc/\\(1\\|$$\\|$BASHPID\\|self\\)$\" | head -n 1; true"] });

        var graded = await bench.GradeAsync(plan, ("main.sh", "for i in 1 2 3; do setsid -f bash -c 'trap \"\" HUP TERM; while :; do sleep 0.1; done'; done; echo left"));

        graded.Findings[0].Status.ShouldBe(TestStatus.Passed);
        int.Parse(graded.Findings[1].Output!.Trim(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(3); // the pipeline itself
    }

    [Theory, Trait("Hostile", "22")]
    [InlineData("#include \"/dev/zero\"\nint main(void) { return 0; }")]
    [InlineData("#include \"main.c\"\n#include \"main.c\"\n#include \"main.c\"\n")]
    [InlineData("#define A(x) x x x x x x x x\n#define B(x) A(A(A(A(x))))\n#define C(x) B(B(B(x)))\nint main(void) { C(C(1;)) }")]
    public async Task Case22_a_compiler_without_end_is_stopped(string source)
    {
        var plan = IoPlan(IoTest("runs", "x")) with { Image = "c", Build = ["gcc", "-o", "main", "main.c"], Limits = Limits with { BuildSeconds = 2, MemoryMb = 128 } };

        var graded = await bench.GradeAsync(plan, ("main.c", source));

        // Whichever limit it meets first; gcc itself gives up nesting at 200.
        graded.Report.Verdict.ShouldBeOneOf(Verdict.TimedOut, Verdict.OutOfMemory, Verdict.OutputTooLarge, Verdict.BuildFailed);
        graded.Report.Score.ShouldBe(0);
        if (source.Contains("/dev/zero", StringComparison.Ordinal)) graded.Report.Verdict.ShouldNotBe(Verdict.BuildFailed);
    }

    [Fact, Trait("Hostile", "25")]
    public async Task Case25_descriptors_run_out_inside_only()
    {
        var plan = IoPlan(IoTest("opens", "Too many open files\n")) with { Image = "python", Run = ["python3", "main.py"] };

        var graded = await bench.GradeAsync(plan, ("main.py", "import socket\nkept = []\ntry:\n    while True: kept.append(socket.socketpair())\nexcept OSError as e: print(e.strerror)"));

        graded.Report.Verdict.ShouldBe(Verdict.Passed);
    }

    [Theory, Trait("Hostile", "39"), Trait("Hostile", "40")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><testsuite><testcase classname='test_cart' name='test_sum'>&b;</testcase></testsuite>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><testsuite><testcase classname='test_cart' name='test_sum'/></testsuite>")]
    [InlineData("<testsuite><testcase classname='test_cart' name='test_sum' time='NaN'/></testsuite>")]
    [InlineData("<testsuite><testcase classname='test_cart' name='test_sum' time='-1'/></testsuite>")]
    [InlineData("<testsuite><testcase classname='test_cart' name='test_sum' time='1e308'/></testsuite>")]
    public async Task Case39_and_40_a_report_that_cannot_be_believed_is_an_InvalidReport(string xml)
    {
        File.WriteAllText(Path.Combine(_author.FullName, "forged.xml"), xml);

        var graded = await bench.GradeAsync(Pytest() with { Run = ["cp", "forged.xml", "/report/junit.xml"] });

        (graded.Report.Verdict, graded.Report.Score).ShouldBe((Verdict.InvalidReport, 0));
        graded.Report.Notice.ShouldNotBeNullOrEmpty();
    }

    [Theory, Trait("Hostile", "40")]
    [InlineData("{\"score\": 1e308, \"tests\": [{\"name\": \"a\", \"score\": 1e308, \"max_score\": 1}]}")]
    [InlineData("{\"score\": NaN}")]
    [InlineData("{\"score\": -5, \"tests\": [{\"name\": \"a\", \"score\": -5, \"max_score\": 1}]}")]
    public async Task Case40_points_from_nowhere_are_not_counted(string json)
    {
        File.WriteAllText(Path.Combine(_author.FullName, "results.json"), json);
        var plan = new GradingPlan(
            GradingMode.Unit, "shell", null, ["cp", "results.json", "/report/results.json"], ReportFormat.Gradescope, Limits, _author.FullName, [CaseTest("a", "a")])
        {
            ReportFile = "/report/results.json",
        };

        var graded = await bench.GradeAsync(plan);

        graded.Report.Score.ShouldBeInRange(0, 1);
        graded.Report.Verdict.ShouldBeOneOf(Verdict.InvalidReport, Verdict.Passed);
        if (!json.Contains("1e308", StringComparison.Ordinal)) graded.Report.Verdict.ShouldBe(Verdict.InvalidReport);
    }

    [Fact]
    public async Task A_printed_result_before_the_real_one_does_not_win()
    {
        var plan = new GradingPlan(
            GradingMode.Unit, "shell", null, ["bash", "test.sh"], ReportFormat.Tap, Limits, _author.FullName, [CaseTest("adds", "adds"), CaseTest("takes", "takes")])
        {
            ReportFile = GradingPlan.PrintedReport,
        };
        File.WriteAllText(Path.Combine(_author.FullName, "test.sh"), "echo 1..2; bash add.sh; echo 'not ok 1 - adds'; echo 'not ok 2 - takes'");

        var graded = await bench.GradeAsync(plan, ("add.sh", "echo 'ok 1 - adds'; echo 'ok 2 - takes'"));

        graded.Report.Verdict.ShouldNotBe(Verdict.Passed);
        graded.Report.Score.ShouldBe(0);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>The next job is normal, and of this one nothing is left.</summary>
    public async Task DisposeAsync()
    {
        _author.Delete(recursive: true);
        var next = await bench.GradeAsync(IoPlan(IoTest("greets", "Bonjour\n", compare: Comparison.Contains)), ("main.sh", "ls -A /tmp /report; echo Bonjour"));
        next.Report.Verdict.ShouldBe(Verdict.Passed);
        next.Findings[0].Output.ShouldBe("/report:\n\n/tmp:\nBonjour\n");
        await bench.NothingIsLeftAsync();
    }

    private GradingPlan Pytest()
    {
        File.WriteAllText(
            Path.Combine(_author.FullName, "test_cart.py"),
            """
            from cart import total

            def test_empty():
                assert total([]) == 0, "le total de rien est 0"

            def test_sum():
                assert total([1, 2]) == 3
            """);
        File.WriteAllText(Path.Combine(_author.FullName, "conftest.py"), "");
        File.WriteAllText(Path.Combine(_author.FullName, "pytest.ini"), "[pytest]\njunit_family = xunit1\n");
        return new GradingPlan(
            GradingMode.Unit, "python", null,
            // -I: the learner's folder is no place to look for pytest in.
            ["python3", "-I", "-m", "pytest", "-q", "-c", "pytest.ini", "--rootdir=/work", "-p", "no:cacheprovider", "--junitxml=/report/junit.xml", "test_cart.py"],
            ReportFormat.JUnit, Limits, _author.FullName,
            [CaseTest("empty", "test_cart.test_empty"), CaseTest("sum", "test_cart.test_sum")]);
    }
}
