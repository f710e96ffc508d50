using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Academy.Testing;

namespace Academy.Benchmarks;

/// <summary>
/// 50 learners push 4 projects each as fast as the machine takes it, and one of them begins; two gradings at one time. In the
/// reference, as many bare <c>docker run --rm</c> of one of the two commands, two at one time.
/// </summary>
internal static class BurstBenchmark
{
    private const int Learners = 50;
    private const int ProjectsEach = 4;
    private const int Parallelism = 2;
    private const int Submissions = Learners * ProjectsEach;

    public static async Task RunAsync()
    {
        var content = WriteContent();
        await using var site = await DemoSite.StartAsync(
            $"--Content:Directory={content}", $"--Grading:Parallelism={Parallelism}", "--Accounts:SignUp=Open", "--RateLimits:SignInPerMinute=100000");
        var works = new List<(HttpClient Learner, string Attempt, string Folder)>();
        for (var learner = 0; learner < Learners; learner++)
        {
            var client = await site.SignUpAsync($"learner{learner}@example.org");
            for (var project = 0; project < ProjectsEach; project++)
            {
                var (folder, attempt) = await site.CloneAsync($"hello{project}", client, $"learner{learner}@example.org");
                await File.WriteAllTextAsync(Path.Combine(folder, "hello.sh"), "[ $# -gt 0 ] || exit 1\necho \"Bonjour $1\"\n");
                await Tool.RunAsync(folder, "git", "commit", "-q", "-a", "-m", "Solution");
                works.Add((client, attempt, folder));
            }
        }

        var bare = await BareAsync(works[0].Folder);
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            works, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (work, _) => await Tool.RunAsync(work.Folder, "git", "push", "-q", "origin", "main"));
        var gradings = new List<(HttpClient Learner, JsonElement Grading)>();
        foreach (var (learner, attempt, _) in works) gradings.Add((learner, await FinishedAsync(learner, attempt)));
        var ours = Stopwatch.GetElapsedTime(began);

        var waits = new Timings("burst: push has arrived → verdict is saved");
        foreach (var (_, grading) in gradings) waits.Add(WaitOf(grading));
        waits.Print();
        var each = gradings.GroupBy(g => g.Learner).Select(g => g.Max(x => WaitOf(x.Grading).TotalMilliseconds)).Order().ToList();
        Say($"burst: {Submissions} submissions                          {Submissions / ours.TotalSeconds,7:0.0} /s, git push included");
        Say($"docker run --rm, {Parallelism} at one time                   {Submissions / bare.TotalSeconds,7:0.0} /s   ratio {bare / ours:0.00}");
        Say($"fairness: a learner's last verdict           median {each[each.Count / 2],7:0} ms   worst {each[^1],7:0} ms   ratio {each[^1] / each[each.Count / 2]:0.00}");
    }

    private static async Task<TimeSpan> BareAsync(string folder)
    {
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Submissions), new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (_, _) => await GradingBenchmark.DockerRunAsync(folder));
        return Stopwatch.GetElapsedTime(began);
    }

    private static TimeSpan WaitOf(JsonElement grading) =>
        grading.GetProperty("finishedAt").GetDateTimeOffset() - grading.GetProperty("queuedAt").GetDateTimeOffset();

    private static async Task<JsonElement> FinishedAsync(HttpClient learner, string attempt)
    {
        JsonElement found = default;
        await Until.TrueAsync(
            async () =>
            {
                found = (await learner.JsonAsync(HttpMethod.Get, $"/api/v1/attempts/{attempt}/gradings")).EnumerateArray()
                    .FirstOrDefault(g => g.GetProperty("state").GetString() == "finished");
                return found.ValueKind == JsonValueKind.Object;
            },
            "the verdict");
        if (found.GetProperty("verdict").GetString() != "passed") throw new InvalidOperationException($"Not passed: {found}");
        return found;
    }

    /// <summary>The small curriculum with its first project several times: a newer push of one attempt would take the older's place.</summary>
    private static string WriteContent()
    {
        var folder = Directory.CreateTempSubdirectory("academy-bench-content-").FullName;
        foreach (var path in Directory.EnumerateFiles(TestPaths.SmallContent, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(TestPaths.SmallContent, path);
            IEnumerable<string> names = name.StartsWith("projects/hello/", StringComparison.Ordinal)
                ? Enumerable.Range(0, ProjectsEach).Select(i => name.Replace("/hello/", $"/hello{i}/", StringComparison.Ordinal)).Append(name)
                : [name];
            foreach (var target in names.Select(n => Path.Combine(folder, n)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(path, target);
            }
        }

        var track = Path.Combine(folder, "tracks", "basics", "track.yml");
        var copies = string.Concat(Enumerable.Range(0, ProjectsEach).Select(i => $"\n      - {{ project: hello{i} }}"));
        File.WriteAllText(track, File.ReadAllText(track).Replace("- { project: hello }", $"- {{ project: hello }}{copies}", StringComparison.Ordinal));
        return folder;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
