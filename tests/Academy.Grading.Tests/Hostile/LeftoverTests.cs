using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Grading.Queue;
using static Academy.Grading.Tests.Given;

namespace Academy.Grading.Tests.Hostile;

/// <summary>What a program leaves behind, another does not meet.</summary>
public sealed class LeftoverTests(GradingBench bench) : HostileCase(bench)
{
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

        var graded = await Bench.GradeAsync(plan, ("main.sh", plant), ("look.py", look));

        graded.Findings.ShouldAllBe(f => f.Status == TestStatus.Passed);
        graded.Report.Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact, Trait("Hostile", "24")]
    public async Task Case24_a_daemon_does_not_live_to_see_the_next_test()
    {
        var plan = IoPlan(IoTest("leaves", "left\n"), IoTest("finds", "1\n") with { Run = ["bash", "-c", "ls -d /proc/[0-9]* | grep -vc \"^/proc/\\(1\\|$$\\|$BASHPID\\|self\\)$\" | head -n 1; true"] });

        var graded = await Bench.GradeAsync(plan, ("main.sh", "for i in 1 2 3; do setsid -f bash -c 'trap \"\" HUP TERM; while :; do sleep 0.1; done'; done; echo left"));

        graded.Findings[0].Status.ShouldBe(TestStatus.Passed);
        int.Parse(graded.Findings[1].Output!.Trim(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(3); // the pipeline itself
    }
}
