using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Academy.Benchmarks;

/// <summary>
/// 50 learners hand in 4 projects each, two gradings at one time; in the reference, as many bare <c>docker run --rm</c> of one of
/// the two commands, two at one time. First the grading alone: all is pushed while the worker begins nothing, and then the queue
/// is worked off. Then the whole way, with the pushes and their clients on the same processors.
/// </summary>
internal static class BurstBenchmark
{
    private const int Learners = 50;
    private const int ProjectsEach = 4;
    private const int Parallelism = 2;
    private const int Submissions = Learners * ProjectsEach;
    private const int PushesAtOnce = 8;
    private const string Worker = "bench";

    public static async Task RunAsync()
    {
        using var content = new BenchContent(ProjectsEach); // a newer push of one attempt would take the older's place
        await using var site = await DemoSite.StartAsync(
            $"--Content:Directory={content.Folder}", $"--Grading:Parallelism={Parallelism}", $"--Grading:Worker={Worker}", "--Accounts:SignUp=Open",
            "--RateLimits:SignInPerMinute=100000");
        using var queue = await BurstQueue.OpenAsync(site, Worker);
        var works = await CloneAllAsync(site);
        await WarmUpAsync(works, queue);
        var bare = await BareAsync(works[0].Folder);
        Say($"docker run --rm, {Parallelism} at one time                   {Submissions / bare.TotalSeconds,7:0.0} /s");

        await queue.HoldAsync();
        await CommitAllAsync(works, "Held back");
        await PushAllAsync(works);
        await queue.WaitForAsync(Submissions);
        var began = TimeProvider.System.GetUtcNow();
        await queue.LetGoAsync();
        await queue.WaitForAsync(0);
        var graded = await GradingsAsync(works);
        Tell("grading alone", graded, began, bare);
        TellFairness(graded, _ => began);

        await CommitAllAsync(works, "At once");
        began = TimeProvider.System.GetUtcNow();
        await PushAllAsync(works);
        await queue.WaitForAsync(0);
        var pushed = await GradingsAsync(works);
        Tell("git push included", pushed, began, bare);
        TellFairness(pushed, QueuedAt);
    }

    private static async Task<IReadOnlyList<Handed>> CloneAllAsync(DemoSite site)
    {
        var works = new List<Handed>();
        for (var learner = 0; learner < Learners; learner++)
        {
            var client = await site.SignUpAsync($"learner{learner}@example.org");
            for (var project = 0; project < ProjectsEach; project++)
            {
                var (folder, attempt) = await site.CloneAsync($"hello{project}", client, $"learner{learner}@example.org");
                await File.WriteAllTextAsync(Path.Combine(folder, "hello.sh"), GradingBenchmark.Solution);
                works.Add(new Handed(client, attempt, folder));
            }
        }

        return works;
    }

    private static async Task WarmUpAsync(IReadOnlyList<Handed> works, BurstQueue queue)
    {
        var some = works.Take(Submissions / 4).ToList();
        await CommitAllAsync(some, "Warm-up");
        await PushAllAsync(some);
        await GradingsAsync(some);
        await queue.WaitForAsync(0);
    }

    private static async Task<TimeSpan> BareAsync(string folder)
    {
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Submissions), new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (_, _) => await GradingBenchmark.DockerRunAsync(folder));
        return Stopwatch.GetElapsedTime(began);
    }

    private static async Task CommitAllAsync(IReadOnlyList<Handed> works, string message)
    {
        foreach (var work in works)
        {
            await Tool.RunAsync(work.Folder, "git", "commit", "-q", "-a", "--allow-empty", "-m", message);
            work.Commit = (await Tool.RunAsync(work.Folder, "git", "rev-parse", "HEAD")).Trim();
        }
    }

    private static Task PushAllAsync(IReadOnlyList<Handed> works) => Parallel.ForEachAsync(
        works, new ParallelOptions { MaxDegreeOfParallelism = PushesAtOnce }, async (work, _) => await Tool.RunAsync(work.Folder, "git", "push", "-q", "origin", "main"));

    private static async Task<ILookup<HttpClient, JsonElement>> GradingsAsync(IReadOnlyList<Handed> works)
    {
        var gradings = new List<(HttpClient Learner, JsonElement Grading)>();
        foreach (var work in works) gradings.Add((work.Learner, await GradingBenchmark.FinishedAsync(work.Learner, work.Attempt, work.Commit)));
        return gradings.ToLookup(g => g.Learner, g => g.Grading);
    }

    private static void Tell(string what, ILookup<HttpClient, JsonElement> gradings, DateTimeOffset began, TimeSpan bare)
    {
        var time = gradings.SelectMany(g => g).Max(FinishedAt) - began;
        Say($"burst of {Submissions}: {what,-32} {Submissions / time.TotalSeconds,7:0.0} /s   ratio {bare / time:0.00}");
    }

    private static void TellFairness(ILookup<HttpClient, JsonElement> gradings, Func<JsonElement, DateTimeOffset> from)
    {
        var last = gradings.Select(mine => mine.Max(g => (FinishedAt(g) - from(g)).TotalMilliseconds)).Order().ToList();
        Say($"  a learner's last verdict: median {last[last.Count / 2],7:0} ms   worst {last[^1],7:0} ms   ratio {last[^1] / last[last.Count / 2]:0.00}");
    }

    private static DateTimeOffset QueuedAt(JsonElement grading) => grading.GetProperty("queuedAt").GetDateTimeOffset();

    private static DateTimeOffset FinishedAt(JsonElement grading) => grading.GetProperty("finishedAt").GetDateTimeOffset();

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Handed(HttpClient Learner, string Attempt, string Folder)
    {
        public string Commit { get; set; } = "";
    }
}
