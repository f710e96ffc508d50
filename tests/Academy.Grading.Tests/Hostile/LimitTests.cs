using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using static Academy.Grading.Tests.Given;

namespace Academy.Grading.Tests.Hostile;

/// <summary>Programs that want more than there is.</summary>
public sealed class LimitTests(GradingBench bench) : HostileCase(bench)
{
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
        var graded = await Bench.GradeAsync(IoPlan(IoTest($"case-{number}", "x", seconds: 5)) with { Limits = Limits with { DiskMb = 4 } }, ("main.sh", program));

        (graded.Report.Verdict.ToString(), graded.Report.Score).ShouldBe((verdict, 0));
    }

    [Theory, Trait("Hostile", "22")]
    [InlineData("#include \"/dev/zero\"\nint main(void) { return 0; }")]
    [InlineData("#include \"main.c\"\n#include \"main.c\"\n#include \"main.c\"\n")]
    [InlineData("#define A(x) x x x x x x x x\n#define B(x) A(A(A(A(x))))\n#define C(x) B(B(B(x)))\nint main(void) { C(C(1;)) }")]
    public async Task Case22_a_compiler_without_end_is_stopped(string source)
    {
        var plan = IoPlan(IoTest("runs", "x")) with { Image = "c", Build = ["gcc", "-o", "main", "main.c"], Limits = Limits with { BuildSeconds = 2, MemoryMb = 128 } };

        var graded = await Bench.GradeAsync(plan, ("main.c", source));

        // Whichever limit it meets first; gcc itself gives up nesting at 200.
        graded.Report.Verdict.ShouldBeOneOf(Verdict.TimedOut, Verdict.OutOfMemory, Verdict.OutputTooLarge, Verdict.BuildFailed);
        graded.Report.Score.ShouldBe(0);
        if (source.Contains("/dev/zero", StringComparison.Ordinal)) graded.Report.Verdict.ShouldNotBe(Verdict.BuildFailed);
    }

    [Fact, Trait("Hostile", "25")]
    public async Task Case25_descriptors_run_out_inside_only()
    {
        var plan = IoPlan(IoTest("opens", "Too many open files\n")) with { Image = "python", Run = ["python3", "main.py"] };

        var graded = await Bench.GradeAsync(plan, ("main.py", "import socket\nkept = []\ntry:\n    while True: kept.append(socket.socketpair())\nexcept OSError as e: print(e.strerror)"));

        graded.Report.Verdict.ShouldBe(Verdict.Passed);
    }
}
