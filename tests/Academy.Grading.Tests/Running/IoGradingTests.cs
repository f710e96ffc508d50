using System.Formats.Tar;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using static Academy.Grading.Tests.Given;

namespace Academy.Grading.Tests.Running;

public sealed class IoGradingTests(GradingBench bench) : IClassFixture<GradingBench>
{
    [Fact]
    public async Task Passes_a_program_that_prints_what_is_expected()
    {
        var graded = await bench.GradeAsync(
            IoPlan(IoTest("greets", "Bonjour Ada\n", args: ["Ada"]), IoTest("reads", "3\n", stdin: "1 2\n", args: ["+"])),
            ("main.sh", "if [ $1 = + ]; then read a b; echo $((a+b)); else echo \"Bonjour $1  \"; fi"));

        graded.Report.Verdict.ShouldBe(Verdict.Passed);
        graded.Report.Score.ShouldBe(2);
        graded.Findings.ShouldAllBe(f => f.Status == TestStatus.Passed);
        graded.Phases.ShouldBe([RunPhase.Preparing, RunPhase.Testing]);
    }

    [Fact]
    public async Task Says_what_was_printed_instead_and_what_stood_on_standard_error()
    {
        var graded = await bench.GradeAsync(IoPlan(IoTest("greets", "Bonjour\n")), ("main.sh", "echo Bonsoir; echo aïe >&2"));

        graded.Report.Verdict.ShouldBe(Verdict.Failed);
        var finding = graded.Findings.ShouldHaveSingleItem();
        finding.Reason.ShouldBe(FindingReason.OutputDiffers);
        finding.Output.ShouldBe("Bonsoir\n");
        finding.Errors.ShouldBe("aïe\n");
    }

    [Fact]
    public async Task Compares_exit_codes()
    {
        var graded = await bench.GradeAsync(IoPlan(IoTest("ends", exitCode: 3), IoTest("any", "x", exitCode: null)), ("main.sh", "echo x; exit 4"));

        graded.Findings[0].Reason.ShouldBe(FindingReason.WrongExitCode);
        graded.Findings[0].Detail.ShouldBe("4");
        graded.Findings[1].Status.ShouldBe(TestStatus.Passed);
    }

    [Fact]
    public async Task Compares_files_that_the_program_writes()
    {
        var test = IoTest("sorts", files: new() { ["in.txt"] = "b\na\n" }, expectedFiles: new() { ["out/sorted.txt"] = "a\nb\n" });

        (await bench.GradeAsync(IoPlan(test), ("main.sh", "mkdir out; sort in.txt > out/sorted.txt"))).Report.Verdict.ShouldBe(Verdict.Passed);
        (await bench.GradeAsync(IoPlan(test), ("main.sh", "mkdir out; cp in.txt out/sorted.txt"))).Findings[0].Reason.ShouldBe(FindingReason.FileDiffers);
        (await bench.GradeAsync(IoPlan(test), ("main.sh", "true"))).Findings[0].Reason.ShouldBe(FindingReason.FileMissing);
    }

    [Fact]
    public async Task A_link_in_place_of_a_file_is_not_followed()
    {
        var test = IoTest("writes", expectedFiles: new() { ["out.txt"] = "academy\n" });

        var graded = await bench.GradeAsync(IoPlan(test), ("main.sh", "ln -s /etc/hostname out.txt"));

        graded.Findings[0].Reason.ShouldBe(FindingReason.FileMissing);
    }

    [Fact]
    public async Task Each_test_starts_from_the_files_that_were_pushed()
    {
        var graded = await bench.GradeAsync(
            IoPlan(IoTest("first", "0\n"), IoTest("second", "0\n")),
            ("main.sh", "ls | grep -c trace; touch trace; echo 'echo 0; exit 0' > main.sh; (while :; do touch /work/trace; sleep 0.01; done) & true"));

        graded.Findings.ShouldAllBe(f => f.Status == TestStatus.Passed);
    }

    [Fact]
    public async Task Links_in_place_of_directories_cannot_make_files_overwrite_each_other()
    {
        var archive = new MemoryStream();
        using (var writer = new TarWriter(archive))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "main.sh") { DataStream = new MemoryStream("cat a/x b/x"u8.ToArray()) });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "same") { Mode = (UnixFileMode)0b111_101_101 });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "a") { LinkName = "same" });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "b") { LinkName = "same" });
        }

        var test = IoTest("reads", "1\n2\n", files: new() { ["a/x"] = "1\n", ["b/x"] = "2\n" });

        (await bench.GradeAsync(IoPlan(test), archive.ToArray())).Findings[0].Status.ShouldBe(TestStatus.Passed);
    }

    [Fact]
    public async Task A_test_can_bring_files_that_win_over_the_learners()
    {
        var graded = await bench.GradeAsync(
            IoPlan(IoTest("reads", "author\n", files: new() { ["data.txt"] = "author\n" })), ("main.sh", "cat data.txt"), ("data.txt", "learner\n"));

        graded.Report.Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task Reaching_the_pass_mark_is_enough()
    {
        var graded = await bench.GradeAsync(
            IoPlan(IoTest("most", "x", points: 4), IoTest("rest", "y", points: 1)), ("main.sh", "echo x"));

        graded.Report.Verdict.ShouldBe(Verdict.Passed);
        graded.Report.Score.ShouldBe(4);
        graded.Report.MaxScore.ShouldBe(5);
    }

    [Theory]
    [InlineData("while :; do :; done", nameof(Verdict.TimedOut))]
    [InlineData("sleep 60", nameof(Verdict.TimedOut))]
    [InlineData("tail -c 300M /dev/zero | tail -c 290M > /dev/null; head -c 300M /dev/zero | tail -n 1", nameof(Verdict.OutOfMemory))]
    [InlineData("yes", nameof(Verdict.OutputTooLarge))]
    [InlineData("b() { b | b & }; b; sleep 2", nameof(Verdict.TooManyProcesses))]
    [InlineData("head -c 50M /dev/zero > /work/big", nameof(Verdict.DiskFull))]
    public async Task A_limit_is_named(string program, string verdict)
    {
        var graded = await bench.GradeAsync(IoPlan(IoTest("runs", "x", seconds: 3)), ("main.sh", program));

        graded.Report.Verdict.ToString().ShouldBe(verdict);
        graded.Report.Score.ShouldBe(0);
    }

    [Fact]
    public async Task After_two_limits_the_rest_is_left_out()
    {
        var graded = await bench.GradeAsync(
            IoPlan([.. Enumerable.Range(0, 5).Select(n => IoTest($"t{n}", "x", seconds: 0.3))]), ("main.sh", "sleep 60"));

        graded.Findings.Select(f => f.Reason).ShouldBe(
            [FindingReason.TimedOut, FindingReason.TimedOut, FindingReason.NotRun, FindingReason.NotRun, FindingReason.NotRun]);
    }

    [Fact]
    public async Task A_failed_build_says_what_the_compiler_said()
    {
        var plan = IoPlan(IoTest("runs", "x")) with { Build = ["bash", "-n", "main.sh"] };

        var graded = await bench.GradeAsync(plan, ("main.sh", "if then"));

        graded.Report.Verdict.ShouldBe(Verdict.BuildFailed);
        graded.Report.Notice.ShouldNotBeNull().ShouldContain("syntax error");
        graded.Findings.ShouldAllBe(f => f.Status == TestStatus.NotRun);
    }

    [Fact]
    public async Task What_was_built_is_there_for_each_test()
    {
        var plan = IoPlan(IoTest("a", "built\n"), IoTest("b", "built\n")) with { Build = ["bash", "build.sh"], Run = ["bash", "made.sh"] };

        var graded = await bench.GradeAsync(plan, ("build.sh", "echo 'echo built; rm made.sh' > made.sh"));

        graded.Report.Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public async Task Measures_time_and_memory()
    {
        var graded = await bench.GradeAsync(IoPlan(IoTest("works", "x")), ("main.sh", "for i in {1..200000}; do :; done; echo x"));

        graded.Report.CpuTime.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(20));
        graded.Report.PeakMemoryBytes.ShouldBeInRange(1 << 20, 64 << 20);
    }

    [Fact]
    [Trait("Hostile", "38")]
    public async Task Bytes_that_are_no_text_do_no_harm()
    {
        var graded = await bench.GradeAsync(IoPlan(IoTest("runs", "x")), ("main.sh", "printf '\\000\\377\\033[31m\\xe2\\x80\\xae<script>'"));

        var finding = new TestResult(Guid.Empty, 0, "runs", 1, graded.Findings[0]);
        finding.Status.ShouldBe(TestStatus.Failed);
        finding.Output.ShouldNotBeNull().ShouldNotContain('\0');
        finding.Output!.ShouldContain("<script>");
    }
}
