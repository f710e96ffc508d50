using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using static Academy.Grading.Tests.Given;

namespace Academy.Grading.Tests.Running;

public sealed class JudgeGradingTests(GradingBench bench) : IClassFixture<GradingBench>, IDisposable
{
    private const string Service = """
        import http.server, sys
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path == '/crash': print('out of ideas', flush=True); import os; os._exit(3)
                if self.path == '/memory': x = bytearray(1 << 30)
                self.send_response(200 if self.path in ('/', '/a') else 404); self.end_headers(); self.wfile.write(b'bonjour')
        http.server.HTTPServer(('127.0.0.1', 8080), Handler).serve_forever()
        """;

    private readonly DirectoryInfo _author = Directory.CreateTempSubdirectory("academy-author-");

    [Fact]
    public async Task The_judges_report_counts()
    {
        var graded = await bench.GradeAsync(Plan(), ("main.py", Service));

        graded.Findings.Select(f => (f.Status, f.Reason)).ShouldBe([(TestStatus.Passed, FindingReason.None), (TestStatus.Failed, FindingReason.TestSays)]);
        graded.Findings[1].Detail.ShouldNotBeNull().ShouldContain("/b answers 404");
        graded.Report.Verdict.ShouldBe(Verdict.Failed);
        graded.Report.Score.ShouldBe(1);
        graded.Report.Notice.ShouldNotBeNull().ShouldContain("\"GET /b HTTP/1.1\" 404");
        graded.Report.CpuTime.ShouldBeGreaterThan(TimeSpan.Zero);
        graded.Phases.ShouldBe([RunPhase.Preparing, RunPhase.Testing]);
    }

    [Fact]
    public async Task A_good_service_passes()
    {
        var graded = await bench.GradeAsync(Plan(), ("main.py", Service.Replace("('/', '/a')", "('/', '/a', '/b')")));

        (graded.Report.Verdict, graded.Report.Notice).ShouldBe((Verdict.Passed, null));
    }

    [Theory]
    [InlineData("import time; print('starting'); time.sleep(60)", nameof(Verdict.NotReady), nameof(FindingReason.ServiceSilent), "8080\t5.5")]
    [InlineData("import socket, time; s = socket.create_server(('127.0.0.1', 8080)); time.sleep(60)", nameof(Verdict.NotReady), nameof(FindingReason.ServiceMute), "8080\t5.5")]
    [InlineData("print('no such table'); raise SystemExit(4)", nameof(Verdict.NotReady), nameof(FindingReason.ServiceEnded), "4")]
    [InlineData("x = bytearray(1 << 30)", nameof(Verdict.OutOfMemory), nameof(FindingReason.OutOfMemory), "64")]
    [InlineData("import os\nwhile True: os.fork()", nameof(Verdict.TooManyProcesses), nameof(FindingReason.TooManyProcesses), "32")]
    [InlineData("while True: print('x' * 1000)", nameof(Verdict.OutputTooLarge), nameof(FindingReason.OutputTooLarge), "64")]
    public async Task A_service_that_never_answers_has_a_verdict(string program, string verdict, string reason, string detail)
    {
        var graded = await bench.GradeAsync(Plan(), ("main.py", program));

        (graded.Report.Verdict.ToString(), graded.Findings[0].Reason.ToString(), graded.Findings[0].Detail).ShouldBe((verdict, reason, detail));
        graded.Findings[1].Status.ShouldBe(TestStatus.NotRun);
        graded.Report.Score.ShouldBe(0);
    }

    [Fact]
    public async Task What_it_printed_before_it_ended_is_shown()
    {
        var graded = await bench.GradeAsync(Plan(), ("main.py", "print('no such table'); raise SystemExit(4)"));

        graded.Report.Notice.ShouldBe("no such table");
    }

    [Theory]
    [InlineData("/memory", nameof(Verdict.OutOfMemory))]
    [InlineData("/crash", nameof(Verdict.Failed))]
    public async Task A_service_that_ends_under_way_is_explained(string path, string verdict)
    {
        Write($"""
            import urllib.request
            try: urllib.request.urlopen('http://127.0.0.1:8080{path}')
            except OSError: pass
            """);

        var graded = await bench.GradeAsync(Plan(), ("main.py", Service));

        graded.Report.Verdict.ToString().ShouldBe(verdict);
        graded.Findings[0].Reason.ShouldBe(path == "/crash" ? FindingReason.ServiceEnded : FindingReason.OutOfMemory);
        if (path == "/crash") graded.Report.Notice.ShouldNotBeNull().ShouldContain("out of ideas");
    }

    [Fact]
    public async Task What_is_built_is_what_runs()
    {
        var plan = Plan() with { Build = ["cp", "main.txt", "main.py"] };

        (await bench.GradeAsync(plan, ("main.txt", Service))).Report.Score.ShouldBe(1);
        (await bench.GradeAsync(plan, ("main.py", Service))).Report.Verdict.ShouldBe(Verdict.BuildFailed);
    }

    [Fact]
    public async Task The_service_sees_nothing_of_the_authors_and_cannot_write_the_report()
    {
        const string spy = """
            import os, threading, time
            def poison():
                while True:
                    for path in ('/report/junit.xml', '/work/junit.xml', '/tmp/junit.xml'):
                        with open(path, 'w') as f: f.write("<testsuite><testcase classname='judge' name='a'/><testcase classname='judge' name='b'/></testsuite>")
                    time.sleep(0.01)
            threading.Thread(target=poison, daemon=True).start()
            print([d + f for d in ('/work/', '/tmp/', '/dev/shm/') for f in sorted(os.listdir(d)) if 'junit' not in f], flush=True)
            """;

        var graded = await bench.GradeAsync(Plan(), ("main.py", $"{spy}\n{Service}"), ("judge.py", "raise SystemExit"));

        graded.Report.Score.ShouldBe(1);
        graded.Report.Notice.ShouldNotBeNull().ShouldStartWith("['/work/judge.py', '/work/main.py']\n"); // its own
        graded.Findings[1].Detail.ShouldNotBeNull().ShouldContain("/b answers 404");
    }

    [Fact]
    public async Task A_judge_may_print_its_report_and_what_the_service_prints_is_none()
    {
        Write("print('1..2\\nok 1 - a\\nnot ok 2 - b')");
        var plan = Plan() with { Report = ReportFormat.Tap, ReportFile = GradingPlan.PrintedReport, Tests = [CaseTest("a", "a"), CaseTest("b", "b")] };

        var graded = await bench.GradeAsync(plan, ("main.py", $"print('1..2\\nok 1 - a\\nok 2 - b', flush=True)\n{Service}"));

        graded.Findings.Select(f => f.Status).ShouldBe([TestStatus.Passed, TestStatus.Failed]);
    }

    [Fact]
    public async Task The_services_files_are_checked_by_the_author_where_it_cannot_reach()
    {
        File.WriteAllText(Path.Combine(_author.FullName, "norm.sh"), "! grep -n 'import os' main.py");
        var plan = Plan() with
        {
            Tests =
            [
                CaseTest("a", "judge.a"),
                Check("no-os", new StaticCheck([], [], ["os"], ["*.py"], null)),
                Check("norm", new StaticCheck([], [], [], [], ["bash", "norm.sh"])),
            ],
        };

        var graded = await bench.GradeAsync(plan, ("main.py", Service), ("norm.sh", "exit 0"));

        graded.Findings[0].Status.ShouldBe(TestStatus.Passed);
        graded.Findings[1].ShouldSatisfyAllConditions(f => f.Reason.ShouldBe(FindingReason.ModuleForbidden), f => f.Detail.ShouldBe("os\tmain.py\t4"));
        graded.Findings[2].ShouldSatisfyAllConditions(f => f.Reason.ShouldBe(FindingReason.NormBroken), f => f.Output.ShouldNotBeNull().ShouldContain("import os"));
    }

    [Fact]
    public async Task A_judge_that_waits_for_ever_is_TimedOut()
    {
        Write("import time; time.sleep(60)");

        var graded = await bench.GradeAsync(Plan() with { Limits = Limits with { Seconds = 1 } }, ("main.py", Service));

        graded.Report.Verdict.ShouldBe(Verdict.TimedOut);
    }

    public void Dispose() => _author.Delete(recursive: true);

    private GradingPlan Plan()
    {
        if (!File.Exists(Path.Combine(_author.FullName, "judge.py"))) Write("""
            import urllib.request, urllib.error
            cases = ''
            for name in 'ab':
                try: urllib.request.urlopen('http://127.0.0.1:8080/' + name); said = ''
                except urllib.error.HTTPError as error: said = f"<failure message='/{name} answers {error.code}'/>"
                cases += f"<testcase classname='judge' name='{name}'>{said}</testcase>"
            open('/report/junit.xml', 'w').write(f'<testsuite>{cases}</testsuite>')
            """);
        return new GradingPlan(
            GradingMode.Judge, "python", null, ["python3", "main.py"], ReportFormat.JUnit, Limits, _author.FullName, [CaseTest("a", "judge.a"), CaseTest("b", "judge.b")])
        {
            Judge = new JudgePlan("python", ["python3", "judge.py"], 8080, "/", 5.5),
        };
    }

    private void Write(string judge) => File.WriteAllText(Path.Combine(_author.FullName, "judge.py"), judge);
}
