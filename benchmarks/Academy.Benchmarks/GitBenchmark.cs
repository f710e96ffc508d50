using System.Security.Cryptography;

namespace Academy.Benchmarks;

/// <summary>Clone and push of a repository of 5 MB, in turn on the site and on git-http-backend behind nginx.</summary>
internal static class GitBenchmark
{
    private const int Rounds = 20;

    // Only main is graded: the gradings of these pushes would be measured, too.
    private const string Branch = "bench";

    public static async Task RunAsync()
    {
        await using var site = await DemoSite.StartAsync();
        await using var backend = await GitHttpBackend.StartAsync();
        var (clone, _) = await site.CloneAsync("hello");
        await PrepareAsync(clone, backend);
        var ours = (await Tool.RunAsync(clone, "git", "remote", "get-url", "origin")).Trim();
        var theirs = $"{backend.Address}/bench.git";

        var (bareClone, siteClone) = (new Timings("git clone, git-http-backend"), new Timings("git clone, Academy"));
        var (barePush, sitePush) = (new Timings("git push, git-http-backend"), new Timings("git push, Academy"));
        for (var round = -2; round < Rounds; round++)
        {
            var clones = (Bare: new Timings(""), Site: new Timings(""));
            await clones.Bare.MeasureAsync(() => CloneAsync(clone, theirs));
            await clones.Site.MeasureAsync(() => CloneAsync(clone, ours));

            await File.WriteAllBytesAsync(Path.Combine(clone, "change.bin"), RandomNumberGenerator.GetBytes(20_000));
            await Tool.RunAsync(clone, "git", "add", "-A");
            await Tool.RunAsync(clone, "git", "commit", "-q", "-m", $"Round {round}");
            var pushes = (Bare: new Timings(""), Site: new Timings(""));
            await pushes.Bare.MeasureAsync(() => Tool.RunAsync(clone, "git", "push", "-q", theirs, Branch));
            await pushes.Site.MeasureAsync(() => Tool.RunAsync(clone, "git", "push", "-q", "origin", Branch));
            if (round < 0) continue; // warm-up

            bareClone.Add(clones.Bare);
            siteClone.Add(clones.Site);
            barePush.Add(pushes.Bare);
            sitePush.Add(pushes.Site);
        }

        bareClone.Print();
        siteClone.Print(bareClone);
        barePush.Print();
        sitePush.Print(barePush);
    }

    private static async Task PrepareAsync(string clone, GitHttpBackend backend)
    {
        await Tool.RunAsync(clone, "git", "checkout", "-q", "-b", Branch);
        for (var file = 0; file < 50; file++)
            await File.WriteAllBytesAsync(Path.Combine(clone, $"file{file}.bin"), RandomNumberGenerator.GetBytes(100_000));
        await Tool.RunAsync(clone, "git", "add", "-A");
        await Tool.RunAsync(clone, "git", "commit", "-q", "-m", "Five megabytes");
        await Tool.RunAsync(clone, "git", "push", "-q", "origin", Branch);

        await Tool.RunAsync(backend.Folder, "git", "clone", "-q", "--bare", clone, "bench.git");
        await Tool.RunAsync(Path.Combine(backend.Folder, "bench.git"), "git", "config", "http.receivepack", "true");
    }

    private static async Task CloneAsync(string clone, string address)
    {
        var target = clone + "-again";
        await Tool.RunAsync(Path.GetTempPath(), "git", "clone", "-q", "--branch", Branch, address, target);
        Directory.Delete(target, recursive: true);
    }
}
