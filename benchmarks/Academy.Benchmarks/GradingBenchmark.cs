using System.Text.Json;
using Academy.Testing;

namespace Academy.Benchmarks;

/// <summary>
/// One learner on an idle machine pushes a small exercise (two tests, one command each) again and again; in turn, a bare
/// <c>docker run --rm</c> of one such command, on the same image and with the same limits. Then the first push of projects whose
/// sandboxes are of kinds that nobody has asked for.
/// </summary>
internal static class GradingBenchmark
{
    private const int Rounds = 30;
    private const int FirstPushes = 20;
    public const string Solution = "[ $# -gt 0 ] || exit 1\necho \"Bonjour $1\"\n";

    public static async Task RunAsync()
    {
        using var content = new BenchContent(FirstPushes, alike: false);
        await using var site = await DemoSite.StartAsync($"--Content:Directory={content.Folder}");
        var (clone, attempt) = await site.CloneAsync("hello");
        await File.WriteAllTextAsync(Path.Combine(clone, "hello.sh"), Solution);

        var docker = new Timings("docker run --rm, one command");
        var arrived = new Timings("push has arrived → verdict is saved");
        var whole = new Timings("git push begins → verdict is read");
        for (var round = -3; round < Rounds; round++)
        {
            var (bare, all) = (new Timings(""), new Timings(""));
            await bare.MeasureAsync(() => DockerRunAsync(clone));
            await Tool.RunAsync(clone, "git", "commit", "-q", "-a", "--allow-empty", "-m", $"Round {round}");
            var commit = (await Tool.RunAsync(clone, "git", "rev-parse", "HEAD")).Trim();
            JsonElement grading = default;
            await all.MeasureAsync(async () =>
            {
                await Tool.RunAsync(clone, "git", "push", "-q", "origin", "main");
                grading = await FinishedAsync(site.Api, attempt, commit);
            });
            if (round < 0) continue; // warm-up

            docker.Add(bare);
            whole.Add(all);
            arrived.Add(WaitOf(grading));
        }

        docker.Print();
        arrived.Print(docker);
        whole.Print(docker);
        await FirstPushesAsync(site, docker);
    }

    private static async Task FirstPushesAsync(DemoSite site, Timings docker)
    {
        var arrived = new Timings("the first push of a project");
        for (var project = 0; project < FirstPushes; project++)
        {
            var (clone, attempt) = await site.CloneAsync($"hello{project}");
            await File.WriteAllTextAsync(Path.Combine(clone, "hello.sh"), Solution);
            await Tool.RunAsync(clone, "git", "commit", "-q", "-a", "-m", "First");
            await Tool.RunAsync(clone, "git", "push", "-q", "origin", "main");
            var grading = await FinishedAsync(site.Api, attempt, (await Tool.RunAsync(clone, "git", "rev-parse", "HEAD")).Trim());
            arrived.Add(WaitOf(grading));
        }

        arrived.Print(docker);
    }

    private static TimeSpan WaitOf(JsonElement grading) =>
        grading.GetProperty("finishedAt").GetDateTimeOffset() - grading.GetProperty("queuedAt").GetDateTimeOffset();

    public static Task DockerRunAsync(string folder) => Tool.RunAsync(
        folder, "docker", "run", "--rm", "--network", "none", "--memory", "128m", "--memory-swap", "128m", "--pids-limit", "64",
        "--cpus", "1", "--user", "1000:1000", "--read-only", "--volume", $"{folder}:/exercise:ro", "--workdir", "/exercise",
        "--entrypoint", "bash", "academy/shell", "hello.sh", "Ada");

    /// <summary>The grading of a commit, which has to pass.</summary>
    public static async Task<JsonElement> FinishedAsync(HttpClient learner, string attempt, string commit)
    {
        JsonElement found = default;
        await Until.TrueAsync(
            async () =>
            {
                found = (await learner.JsonAsync(HttpMethod.Get, $"/api/v1/attempts/{attempt}/gradings")).EnumerateArray()
                    .FirstOrDefault(g => g.GetProperty("commit").GetString() == commit && g.GetProperty("state").GetString() == "finished");
                return found.ValueKind == JsonValueKind.Object;
            },
            "the verdict");
        if (found.GetProperty("verdict").GetString() != "passed") throw new InvalidOperationException($"Not passed: {found}");
        return found;
    }
}
