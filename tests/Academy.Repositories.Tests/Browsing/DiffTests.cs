using Academy.Contracts.Repositories;
using Academy.Repositories.Browsing;
using Academy.Testing;

namespace Academy.Repositories.Tests.Browsing;

public sealed class DiffTests : IAsyncLifetime, IDisposable
{
    private readonly GitClient _git = new();
    private TestAcademy _academy = null!;
    private RepositoryReader _reader = null!;

    public async Task InitializeAsync()
    {
        _academy = await TestAcademy.CreateAsync();
        var (_, bare) = await _academy.RepositoryAsync();
        _reader = new RepositoryReader(bare);
        await _git.RunAsync(".", "clone", "--quiet", bare.Folder, "work");
        _git.Write("work", "liste.txt", "un\ndeux\ntrois\n");
        await _git.CommitAsync("work", "Base");
    }

    public async Task DisposeAsync() => await _academy.DisposeAsync();

    public void Dispose() => _git.Dispose();

    [Fact]
    public async Task Lines_carry_their_numbers_before_and_after()
    {
        _git.Write("work", "liste.txt", "un\n2\ntrois\nquatre\n");

        var file = (await DiffAsync()).Files.ShouldHaveSingleItem();

        file.Path.ShouldBe("liste.txt");
        (file.Change, file.Added, file.Removed).ShouldBe((FileChange.Changed, 2, 1));
        file.Lines.Skip(1).ShouldBe(
        [
            new DiffLine(LineChange.Kept, 1, 1, "un"),
            new DiffLine(LineChange.Removed, 2, null, "deux"),
            new DiffLine(LineChange.Added, null, 2, "2"),
            new DiffLine(LineChange.Kept, 3, 3, "trois"),
            new DiffLine(LineChange.Added, null, 4, "quatre"),
        ]);
    }

    [Fact]
    public async Task New_removed_renamed_binary_empty_and_executable_files_are_told_apart()
    {
        _git.Write("work", "nouveau/fichier.txt", "a\n");
        _git.Write("work", "vide.txt", "");
        await File.WriteAllBytesAsync(_git.PathOf("work", "image.bin"), [0, 1, 2, 0]);
        await _git.RunAsync("work", "mv", "liste.txt", "inventaire.txt");
        File.Delete(_git.PathOf("work", "README.md"));
        await _git.RunAsync("work", "update-index", "--chmod=-x", "sources/bonjour.sh");
        File.SetUnixFileMode(_git.PathOf("work", "sources", "bonjour.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var files = (await DiffAsync()).Files;

        files.Select(f => (f.Path, f.OldPath, f.Change, f.IsBinary)).ShouldBe(
        [
            ("README.md", "README.md", FileChange.Removed, false),
            ("image.bin", "image.bin", FileChange.Added, true),
            ("inventaire.txt", "liste.txt", FileChange.Renamed, false),
            ("nouveau/fichier.txt", "nouveau/fichier.txt", FileChange.Added, false),
            ("sources/bonjour.sh", "sources/bonjour.sh", FileChange.Changed, false),
            ("vide.txt", "vide.txt", FileChange.Added, false),
        ]);
    }

    [Theory]
    [InlineData("é b/é.txt")]
    [InlineData("a \"quoted\" \\ name.txt")]
    [InlineData("tab\there\nand line\u001b.txt")]
    public async Task Any_name_is_read_as_it_is(string name)
    {
        _git.Write("work", name, "a\n");

        var file = (await DiffAsync()).Files.ShouldHaveSingleItem();

        file.Path.ShouldBe(name);
        file.Lines[^1].Text.ShouldBe("a");
    }

    [Fact]
    public async Task A_text_that_looks_like_a_patch_stays_text()
    {
        _git.Write("work", "faux.txt", "diff --git a/passwords b/passwords\n--- a/passwords\n+++ b/passwords\n@@ -1 +1 @@\n-a\n");

        var file = (await DiffAsync()).Files.ShouldHaveSingleItem();

        file.Path.ShouldBe("faux.txt");
        file.Added.ShouldBe(5);
    }

    [Fact]
    public async Task The_first_commit_and_a_merge_are_shown_too()
    {
        await _git.RunAsync("work", "switch", "--quiet", "-c", "autre", "HEAD~1");
        _git.Write("work", "autre.txt", "a\n");
        await _git.CommitAsync("work", "Other");
        await _git.RunAsync("work", "switch", "--quiet", "main");
        await _git.RunAsync("work", "merge", "--quiet", "--no-ff", "-m", "Merge", "autre");
        await _git.RunAsync("work", "push", "--quiet", "origin", "main");

        (await _reader.DiffAsync(await _git.RunAsync("work", "rev-parse", "HEAD"), default)).Files.Select(f => f.Path).ShouldBe(["autre.txt"]);
        (await _reader.DiffAsync(await _git.RunAsync("work", "rev-list", "--max-parents=0", "HEAD"), default)).Files.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_endless_change_is_cut_and_says_so()
    {
        _git.Write("work", "a.txt", string.Concat(Enumerable.Repeat("ligne\n", 5000)));
        _git.Write("work", "b.txt", string.Concat(Enumerable.Repeat("une ligne bien plus longue que les autres\n", 50_000)));
        _git.Write("work", "c.txt", "c\n");

        var diff = await DiffAsync();

        diff.IsCut.ShouldBeTrue();
        diff.Files.Sum(f => f.Lines.Count).ShouldBeLessThan(6000);
        diff.Files[0].IsCut.ShouldBeTrue();
    }

    private async Task<CommitDiff> DiffAsync()
    {
        var commit = await _git.CommitAsync("work", "Change");
        await _git.RunAsync("work", "push", "--quiet", "origin", "HEAD");
        return await _reader.DiffAsync(commit, CancellationToken.None);
    }
}
