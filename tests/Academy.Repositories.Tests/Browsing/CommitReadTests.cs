using System.Text;
using Academy.Contracts.Repositories;
using Academy.Testing;

namespace Academy.Repositories.Tests.Browsing;

public sealed class CommitReadTests : IAsyncLifetime, IDisposable
{
    private readonly GitClient _git = new();
    private TestAcademy _academy = null!;
    private Guid _attempt;
    private string _commit = "";

    public async Task InitializeAsync()
    {
        _academy = await TestAcademy.CreateAsync();
        (_attempt, var bare) = await _academy.RepositoryAsync();
        await _git.RunAsync(".", "clone", "--quiet", bare.Folder, "work");
        _git.Write("work", "été/liste.txt", "un\ndeux\ntrois\n");
        File.CreateSymbolicLink(_git.PathOf("work", "lien"), "/etc/passwd");
        await _git.CommitAsync("work", "Base");
        _git.Write("work", "été/liste.txt", "un\n2\ntrois\n");
        _commit = await _git.CommitAsync("work", "Corrige la liste\n\nEn détail.");
        await _git.RunAsync("work", "push", "--quiet", "origin", "main");
    }

    public async Task DisposeAsync() => await _academy.DisposeAsync();

    public void Dispose() => _git.Dispose();

    [Fact]
    public async Task The_tree_names_files_by_path_with_their_sizes()
    {
        var tree = await ReadAsync(r => r.TreeAsync(_attempt, _commit, CancellationToken.None));

        tree!.Files.ShouldBe([new CommitFile("README.md", 9), new CommitFile("sources/bonjour.sh", 23), new CommitFile("été/liste.txt", 11)]);
        tree.IsCut.ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_is_read_as_it_was_pushed_and_cut_at_the_limit()
    {
        var whole = await ReadFileAsync("été/liste.txt", 100);
        var start = await ReadFileAsync("été/liste.txt", 4);

        (Encoding.UTF8.GetString(whole!.Bytes), whole.Size, whole.IsCut, whole.IsBinary).ShouldBe(("un\n2\ntrois\n", 11, false, false));
        (Encoding.UTF8.GetString(start!.Bytes), start.Size, start.IsCut).ShouldBe(("un\n2", 11, true));
    }

    [Theory]
    [InlineData("lien")]
    [InlineData("sources")]
    [InlineData("nothing.txt")]
    [InlineData("../../../etc/passwd")]
    [InlineData("")]
    public async Task What_is_no_file_of_the_commit_is_not_read(string path) => (await ReadFileAsync(path, 100)).ShouldBeNull();

    [Fact]
    public async Task Commits_come_newest_first()
    {
        var commits = await ReadAsync(r => r.CommitsAsync(_attempt, _commit, 2, CancellationToken.None));

        commits.ShouldNotBeNull().Select(c => c.Subject).ShouldBe(["Corrige la liste", "Base"]);
        commits[0].Id.ShouldBe(_commit);
        commits[0].WrittenAt.ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task A_change_is_told_in_hunks()
    {
        var changes = await ReadAsync(r => r.DiffAsync(_attempt, _commit, CancellationToken.None));

        var file = changes!.Files.ShouldHaveSingleItem();
        (file.Path, file.Change).ShouldBe(("été/liste.txt", FileChange.Changed));
        file.Hunks.ShouldHaveSingleItem().Lines.ShouldBe(
            [new ChangedLine(1, 1, "un"), new ChangedLine(2, null, "deux"), new ChangedLine(null, 2, "2"), new ChangedLine(3, 3, "trois")]);
    }

    [Fact]
    public async Task What_was_done_since_the_start_is_told_as_a_whole()
    {
        var commits = await ReadAsync(r => r.CommitsAsync(_attempt, _commit, 50, CancellationToken.None));
        var since = await ReadAsync(r => r.DiffSinceStartAsync(_attempt, _commit, CancellationToken.None));
        var each = await Task.WhenAll(commits!.SkipLast(1).Select(c => ReadAsync(r => r.DiffAsync(_attempt, c.Id, CancellationToken.None))));

        since!.Files.Select(f => f.Path).Order().ShouldBe(each.SelectMany(c => c!.Files).Select(f => f.Path).Distinct().Order());
        (await ReadAsync(r => r.DiffSinceStartAsync(_attempt, commits![^1].Id, CancellationToken.None)))!.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("main")]
    [InlineData("--help")]
    [InlineData("0000000000000000000000000000000000000000")]
    public async Task Only_a_commit_that_is_there_is_read(string commit)
    {
        (await ReadAsync(r => r.TreeAsync(_attempt, commit, CancellationToken.None))).ShouldBeNull();
        (await ReadAsync(r => r.DiffAsync(_attempt, commit, CancellationToken.None))).ShouldBeNull();
        (await ReadAsync(r => r.TreeAsync(Given.Id(), _commit, CancellationToken.None))).ShouldBeNull();
    }

    private Task<FileContent?> ReadFileAsync(string path, int maxBytes) =>
        ReadAsync(r => r.ReadFileAsync(_attempt, _commit, path, maxBytes, CancellationToken.None));

    private Task<T?> ReadAsync<T>(Func<IRepositories, Task<T?>> read) => _academy.RunAsync(read);
}
