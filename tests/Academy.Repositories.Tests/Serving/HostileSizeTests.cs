using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Academy.Repositories.Tests.Serving;

/// <summary>Pushes that would fill the disk or the memory.</summary>
[Collection(OnSharedSite.Name)]
public sealed class HostileSizeTests(SharedSite shared)
{
    [Fact]
    [Trait("Hostile", "31")]
    public async Task A_push_that_is_too_large_is_refused_with_the_limit_on_the_terminal()
    {
        await using var site = await GitSite.StartAsync(("Repositories:MaxPushMegabytes", "2"));
        await site.CloneAsync();
        var bytes = new byte[8 * 1024 * 1024];
        new Random(1).NextBytes(bytes);
        await File.WriteAllBytesAsync(site.Git.PathOf("work", "film.mp4"), bytes);
        await site.Git.CommitAsync("work", "A film");

        var answer = await site.Git.TryAsync("work", "push", "origin", "HEAD");

        answer.ExitCode.ShouldNotBe(0);
        answer.Errors.ShouldContain("remote:   Ton envoi est trop gros\u00a0: un envoi peut faire 2 Mo.");
        site.Bare.Size().ShouldBeLessThan(1024 * 1024);
        await site.NextPushWorksAsync();
    }

    [Fact]
    public async Task A_full_repository_says_so_and_how_much_is_left()
    {
        await using var site = await GitSite.StartAsync(("Repositories:MaxPushMegabytes", "3"), ("Repositories:MaxRepositoryMegabytes", "3"));
        await site.CloneAsync();
        var bytes = new byte[2 * 1024 * 1024];
        for (var i = 0; i < 2; i++)
        {
            new Random(i).NextBytes(bytes);
            await File.WriteAllBytesAsync(site.Git.PathOf("work", "image.png"), bytes);
            await site.Git.CommitAsync("work", "An image");
            var answer = await site.Git.TryAsync("work", "push", "origin", "HEAD");

            (answer.ExitCode == 0).ShouldBe(i == 0, answer.Errors);
            if (i == 1) answer.Errors.ShouldContain("remote:   Ton dépôt est presque plein\u00a0: il peut faire 3 Mo, et il reste 0 Mo.");
        }
    }

    [Fact]
    [Trait("Hostile", "31")]
    public async Task A_small_pack_that_unfolds_to_a_large_file_is_refused()
    {
        await using var site = await GitSite.StartAsync(("Repositories:MaxFileMegabytes", "1"));
        await site.CloneAsync();
        await File.WriteAllBytesAsync(site.Git.PathOf("work", "zéros.bin"), new byte[30 * 1024 * 1024]);
        await site.Git.CommitAsync("work", "Nothing, many times");

        var answer = await site.Git.TryAsync("work", "push", "origin", "HEAD");

        answer.ExitCode.ShouldNotBe(0);
        answer.Errors.ShouldContain("remote: Un fichier peut faire 1 Mo au plus. Celui-ci est plus gros\u00a0: zéros.bin");
        await site.NextPushWorksAsync();
    }

    [Fact]
    public async Task A_pack_that_claims_to_hold_gigabytes_is_refused_at_once()
    {
        await using var site = await GitSite.OnAsync(shared);
        var started = Stopwatch.GetTimestamp();

        var answer = await site.SendPackAsync(Packs.DeltaThatClaims(3L * 1024 * 1024 * 1024));

        answer.ShouldContain("fatal: attempting to allocate 3221225473 over limit 268435456");
        answer.ShouldNotContain("unpack ok");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30));
        site.Told.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Hostile", "31")]
    public async Task A_tree_that_names_a_folder_a_billion_times_is_refused()
    {
        await using var site = await GitSite.OnAsync(shared);
        await site.CloneAsync();
        var tree = await site.Git.RunAsync("work", "rev-parse", "HEAD^{tree}");
        for (var level = 0; level < 9; level++) tree = await site.MakeTreeAsync([.. Enumerable.Range(0, 10).Select(n => $"040000 tree {tree}\t{n}")]);

        var answer = await site.PushTreeAsync(tree);

        answer.Errors.ShouldContain("remote: Une branche peut avoir 5000 fichiers au plus.");
        answer.ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public async Task A_compressed_question_that_unfolds_without_end_is_cut_off()
    {
        await using var site = await GitSite.OnAsync(shared);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var line = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("0032have 0123456789012345678901234567890123456789\n", 1000)));
            for (var i = 0; i < 2000; i++) await gzip.WriteAsync(line);
        }

        var question = new ByteArrayContent(packed.ToArray());
        question.Headers.ContentEncoding.Add("gzip");
        var started = Stopwatch.GetTimestamp();
        using var answer = await site.PostAsync("git-upload-pack", question);

        ((int)answer.StatusCode).ShouldBeOneOf(400, 413);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }
}
