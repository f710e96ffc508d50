using System.Text;
using Academy.Contracts.Repositories;
using Academy.Repositories.Git;

namespace Academy.Repositories.Browsing;

/// <summary>Reads a repository for a page: every list has an end, every read a limit of bytes and time.</summary>
internal sealed class RepositoryReader(BareRepository repository)
{
    public const int MostBranches = 50;
    public const int MostEntries = 1000;
    public const int HistoryPage = 30;

    private static readonly string[] PatchOptions =
    [
        "--patch", "--find-renames", "--unified=3", "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/",
    ];

    private const int MaxCommit = 64 * 1024;
    private const int MaxList = 1024 * 1024;

    /// <summary>The commit that a branch's name or an object id stands for; null for everything else.</summary>
    public async Task<CommitDetails?> FindCommitAsync(string? branchOrId, CancellationToken ct)
    {
        if (branchOrId is null or "") branchOrId = BareRepository.MainBranch;
        if (!GitNames.IsObjectId(branchOrId) && !GitNames.IsBranch(branchOrId)) return null;

        await using var objects = new ObjectReader(repository);
        var name = GitNames.IsObjectId(branchOrId) ? branchOrId : $"refs/heads/{branchOrId}";
        return await objects.ReadAsync(name, MaxCommit, ct) is { Type: "commit", Content: { } content } commit
            ? CommitDetails.Parse(commit.Id, content)
            : null;
    }

    /// <summary>Names of branches, main first.</summary>
    public async Task<IReadOnlyList<string>> BranchesAsync(CancellationToken ct)
    {
        var output = await repository.ReadAsync(MaxList, ct, "for-each-ref", $"--count={MostBranches}", "--format=%(refname:lstrip=2)", "refs/heads");
        return [.. Lines(output).OrderBy(name => name != BareRepository.MainBranch)];
    }

    /// <summary>Ids of the commits that were handed in.</summary>
    public async Task<IReadOnlySet<string>> SubmissionsAsync(CancellationToken ct)
    {
        var output = await repository.ReadAsync(MaxList, ct, "for-each-ref", "--format=%(objectname)", "refs/academy/submissions");
        return Lines(output).ToHashSet();
    }

    /// <summary>What stands at a path; null when there is nothing. An empty path is the top folder.</summary>
    public async Task<TreeEntry?> FindEntryAsync(string commit, string path, CancellationToken ct)
    {
        if (path == "") return new TreeEntry("", TreeEntryKind.Folder, false, commit, 0);
        if (!GitNames.IsPath(path)) return null;

        var output = await repository.ReadAsync(MaxList, ct, "ls-tree", "-z", "-l", "--full-tree", commit, "--", path);
        return TreeEntry.ParseAll(output.Bytes).FirstOrDefault(e => e.Path == path);
    }

    /// <summary>What is in a folder: folders first, then by name.</summary>
    public async Task<FolderList> ListAsync(TreeEntry folder, CancellationToken ct)
    {
        var output = await repository.ReadAsync(MaxList, ct, "ls-tree", "-z", "-l", "--full-tree", folder.ObjectId);
        var entries = TreeEntry.ParseAll(output.Bytes).Take(MostEntries + 1).ToList();
        return new FolderList(
            [.. entries.Take(MostEntries).OrderBy(e => e.Kind != TreeEntryKind.Folder).ThenBy(e => e.Name, StringComparer.OrdinalIgnoreCase)],
            IsCut: output.IsCut || entries.Count > MostEntries);
    }

    /// <summary>All files below the top, by path.</summary>
    public async Task<CommitFiles> FilesAsync(string commit, CancellationToken ct)
    {
        var output = await repository.ReadAsync(MaxList, ct, "ls-tree", "-r", "-z", "-l", "--full-tree", commit);
        var files = TreeEntry.ParseAll(output.Bytes).Where(e => e.Kind == TreeEntryKind.File).Select(e => new CommitFile(e.Path, e.Size));
        return new CommitFiles([.. files], output.IsCut);
    }

    /// <summary>The beginning of a file, at most <paramref name="maxBytes"/>.</summary>
    public async Task<byte[]> ReadStartAsync(TreeEntry file, int maxBytes, CancellationToken ct) =>
        (await repository.ReadAsync(maxBytes, ct, "cat-file", "blob", file.ObjectId)).Bytes;

    /// <summary>The commit and those before it, newest first.</summary>
    public async Task<IReadOnlyList<CommitSummary>> CommitsAsync(string commit, int most, CancellationToken ct)
    {
        var output = await repository.ReadAsync(
            MaxList, ct, "log", "-z", "--no-show-signature", "--format=%H%x00%at%x00%s", $"--max-count={most}", commit, "--");
        return [.. Encoding.UTF8.GetString(output.Bytes).Split('\0').Chunk(3).Where(fields => fields.Length == 3)
            .Select(fields => new CommitSummary(fields[0], fields[2], CommitDetails.Time(fields[1])))];
    }

    /// <summary>The bytes of a file or the target of a link; null when there are more than <paramref name="maxBytes"/>.</summary>
    public async Task<byte[]?> ReadFileAsync(TreeEntry file, long maxBytes, CancellationToken ct)
    {
        if (file.Size > maxBytes) return null;

        await using var objects = new ObjectReader(repository);
        return (await objects.ReadAsync(file.ObjectId, maxBytes, ct))?.Content;
    }

    /// <summary>A page of the history, newest first, and one commit more when there is a next page.</summary>
    public async Task<IReadOnlyList<CommitDetails>> HistoryAsync(string commit, int page, CancellationToken ct)
    {
        var output = await repository.ReadAsync(
            MaxList, ct, "log", "-z", "--no-show-signature", "--format=%H%x00%an%x00%ct%x00%s",
            $"--max-count={HistoryPage + 1}", $"--skip={(page - 1) * HistoryPage}", commit, "--");
        return [.. Encoding.UTF8.GetString(output.Bytes).Split('\0').Chunk(4).Where(fields => fields.Length == 4)
            .Select(fields => new CommitDetails(fields[0], fields[1], CommitDetails.Time(fields[2]), fields[3]))];
    }

    /// <summary>What a commit changed, compared with its first parent.</summary>
    public Task<CommitDiff> DiffAsync(string commit, CancellationToken ct) =>
        DiffAsync(["show", "--format=", "--diff-merges=first-parent", "--no-show-signature", .. PatchOptions, commit, "--"], ct);

    /// <summary>What changed since the first commit, which is the template's.</summary>
    public async Task<CommitDiff> DiffSinceStartAsync(string commit, CancellationToken ct)
    {
        // A history that was joined from several has several beginnings: git tells the oldest last.
        var roots = Lines(await repository.ReadAsync(MaxList, ct, "rev-list", "--max-parents=0", commit, "--"));
        return await DiffAsync(["diff", .. PatchOptions, roots[^1], commit, "--"], ct);
    }

    private async Task<CommitDiff> DiffAsync(string[] command, CancellationToken ct)
    {
        var output = await repository.ReadAsync(CommitDiff.MaxBytes, ct, command);
        return CommitDiff.Parse(Encoding.UTF8.GetString(output.Bytes), output.IsCut);
    }

    private static string[] Lines(GitOutput output) =>
        Encoding.UTF8.GetString(output.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <param name="Entries">Folders first.</param>
/// <param name="IsCut">There are more.</param>
internal sealed record FolderList(IReadOnlyList<TreeEntry> Entries, bool IsCut);
