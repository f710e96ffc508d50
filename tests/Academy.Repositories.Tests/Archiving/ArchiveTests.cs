using System.Formats.Tar;
using System.Text;
using Academy.Contracts.Repositories;
using Academy.Testing;

namespace Academy.Repositories.Tests.Archiving;

public sealed class ArchiveTests : IAsyncLifetime, IDisposable
{
    private readonly GitClient _git = new();
    private TestAcademy _academy = null!;
    private Guid _attempt;

    public async Task InitializeAsync()
    {
        _academy = await TestAcademy.CreateAsync();
        (_attempt, var bare) = await _academy.RepositoryAsync();
        await _git.RunAsync(".", "clone", "--quiet", bare.Folder, "work");
    }

    public async Task DisposeAsync() => await _academy.DisposeAsync();

    public void Dispose() => _git.Dispose();

    [Fact]
    public async Task Holds_files_and_folders_with_constant_times()
    {
        var commit = await _git.RunAsync("work", "rev-parse", "HEAD");

        var entries = Read(await ArchiveAsync(commit));

        entries.Select(e => (e.Name.TrimEnd('/'), e.EntryType, e.Mode.HasFlag(UnixFileMode.UserExecute))).ShouldBe(
        [
            ("README.md", TarEntryType.RegularFile, false),
            ("sources", TarEntryType.Directory, true),
            ("sources/bonjour.sh", TarEntryType.RegularFile, true),
        ]);
        entries.ShouldAllBe(e => e.ModificationTime == DateTimeOffset.UnixEpoch);
        (await ArchiveAsync(commit)).ShouldBe(await ArchiveAsync(commit));
    }

    [Fact]
    public async Task Long_names_accents_and_empty_files_survive()
    {
        var name = string.Join('/', Enumerable.Repeat("un-dossier-au-nom-très-long", 12)) + "/fin.txt";
        _git.Write("work", name, "contenu");
        _git.Write("work", "vide", "");

        var entries = Read(await ArchiveAsync(await _git.CommitAsync("work", "Noms")));

        Text(entries.Single(e => e.Name == name)).ShouldBe("contenu");
        Text(entries.Single(e => e.Name == "vide")).ShouldBe("");
    }

    [Fact]
    public async Task Attributes_change_nothing()
    {
        _git.Write("work", ".gitattributes", "* export-subst filter=evil text eol=crlf\nsecret.txt export-ignore\n");
        _git.Write("work", "secret.txt", "a\n");
        _git.Write("work", "version.txt", "$Format:%H%n%an$\n");

        var entries = Read(await ArchiveAsync(await _git.CommitAsync("work", "Attributs")));

        Text(entries.Single(e => e.Name == "version.txt")).ShouldBe("$Format:%H%n%an$\n");
        Text(entries.Single(e => e.Name == "secret.txt")).ShouldBe("a\n");
    }

    [Fact]
    [Trait("Hostile", "14")]
    public async Task Links_and_submodules_are_left_out()
    {
        File.CreateSymbolicLink(_git.PathOf("work", "ombre"), "/etc/shadow");
        File.CreateSymbolicLink(_git.PathOf("work", "tests"), "../grader");
        var head = await _git.RunAsync("work", "rev-parse", "HEAD");
        await _git.RunAsync("work", "update-index", "--add", "--cacheinfo", $"160000,{head},sous-module");

        await _git.RunAsync("work", "add", "--", "ombre", "tests");
        await _git.RunAsync("work", "commit", "--quiet", "-m", "Liens");

        var entries = Read(await ArchiveAsync(await _git.RunAsync("work", "rev-parse", "HEAD")));

        entries.Select(e => e.Name.TrimEnd('/')).ShouldBe(["README.md", "sources", "sources/bonjour.sh"]);
    }

    [Theory]
    [InlineData(".GIT")]
    [InlineData("git~1")]
    [InlineData(".g\u200cit")]
    [InlineData(".git .")]
    [InlineData("..")]
    [Trait("Hostile", "30")]
    public async Task A_name_that_reaches_outside_or_into_a_git_folder_is_refused(string name)
    {
        // Pushing such a tree is refused; this is the second line, for what came in by another way.
        var blob = await _git.RunAsync("work", "rev-parse", "HEAD:README.md");
        var commit = await _git.RunAsync("work", "commit-tree", await MakeTreeAsync([$"100644 blob {blob}\t{name}"]), "-m", "Piège");

        (await Should.ThrowAsync<InvalidDataException>(() => ArchiveAsync(commit))).Message.ShouldContain("forbidden name");
    }

    [Fact]
    public async Task A_tree_that_names_a_folder_a_billion_times_is_refused_at_once()
    {
        var tree = await _git.RunAsync("work", "rev-parse", "HEAD^{tree}");
        for (var level = 0; level < 9; level++) tree = await MakeTreeAsync(Enumerable.Range(0, 10).Select(n => $"040000 tree {tree}\t{n}"));
        var commit = await _git.RunAsync("work", "commit-tree", tree, "-m", "Bombe");
        await _git.RunAsync("work", "push", "--quiet", "origin", $"{commit}:refs/heads/bombe");

        await Should.ThrowAsync<InvalidDataException>(() => ArchiveAsync(commit));
    }

    [Fact]
    public async Task More_bytes_than_asked_for_are_refused()
    {
        _git.Write("work", "grand.txt", new string('a', 100_000));
        var commit = await _git.CommitAsync("work", "Grand");

        (await ArchiveAsync(commit, 120_000)).Length.ShouldBeInRange(100_000, 120_000);
        await Should.ThrowAsync<InvalidDataException>(() => ArchiveAsync(commit, 100_000));
    }

    [Theory]
    [InlineData("0123456789012345678901234567890123456789")]
    [InlineData("--output=/tmp/x")]
    [InlineData("main")]
    [InlineData("HEAD")]
    public async Task What_is_no_commit_is_not_found(string commit) =>
        await Should.ThrowAsync<KeyNotFoundException>(() => ArchiveAsync(commit));

    [Fact]
    public async Task A_tree_is_no_commit_and_an_attempt_without_repository_has_none()
    {
        var tree = await _git.RunAsync("work", "rev-parse", "HEAD^{tree}");
        var head = await _git.RunAsync("work", "rev-parse", "HEAD");

        await Should.ThrowAsync<KeyNotFoundException>(() => ArchiveAsync(tree));
        _attempt = Given.Id();
        await Should.ThrowAsync<KeyNotFoundException>(() => ArchiveAsync(head));
    }

    private async Task<byte[]> ArchiveAsync(string commit, long maxBytes = 1_000_000)
    {
        // Straight into the repository, past all checks of a push.
        if (commit.Length == 40) await _git.TryAsync("work", "push", "--quiet", "origin", $"{commit}:refs/heads/essai");
        return await _academy.RunAsync<IRepositories, byte[]>(r => r.ArchiveAsync(_attempt, commit, maxBytes, CancellationToken.None));
    }

    private Task<string> MakeTreeAsync(IEnumerable<string> lines) =>
        _git.RunAsync("work", string.Concat(lines.Select(line => line + "\n")), ["mktree"]);

    private static List<TarEntry> Read(byte[] archive)
    {
        using var reader = new TarReader(new MemoryStream(archive));
        var entries = new List<TarEntry>();
        while (reader.GetNextEntry(copyData: true) is { } entry) entries.Add(entry);
        return entries;
    }

    private static string Text(TarEntry entry) =>
        entry.DataStream is null ? "" : new StreamReader(entry.DataStream, Encoding.UTF8).ReadToEnd();
}
