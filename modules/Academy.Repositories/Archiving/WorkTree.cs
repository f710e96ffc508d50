using System.Runtime.CompilerServices;
using Academy.Repositories.Git;

namespace Academy.Repositories.Archiving;

/// <summary>
/// The files and folders of a commit as they were pushed: git's attributes (export-subst, export-ignore, filters) change
/// nothing. Links and submodules are left out.
/// </summary>
internal sealed class WorkTree : IAsyncDisposable
{
    /// <summary>A tree can hold one folder many times over and so name billions of files; its list is read up to here.</summary>
    private const int MaxListBytes = 16 * 1024 * 1024;

    private readonly ObjectReader _objects;

    private WorkTree(ObjectReader objects, IReadOnlyList<TreeEntry> entries) => (_objects, Entries) = (objects, entries);

    /// <summary>Folders before what is in them.</summary>
    public IReadOnlyList<TreeEntry> Entries { get; }

    /// <exception cref="KeyNotFoundException">No such commit.</exception>
    /// <exception cref="InvalidDataException">More files than can be listed, or a name that may not be written to a disk.</exception>
    public static async Task<WorkTree> OpenAsync(BareRepository repository, string commit, CancellationToken ct)
    {
        if (!GitNames.IsObjectId(commit) || !Directory.Exists(repository.Folder)) throw new KeyNotFoundException("There is no such commit.");

        var objects = new ObjectReader(repository);
        try
        {
            if (await objects.ReadAsync(commit, 0, ct) is not { Type: "commit" }) throw new KeyNotFoundException("There is no such commit.");
            return new WorkTree(objects, await ListAsync(repository, commit, ct));
        }
        catch
        {
            await objects.DisposeAsync();
            throw;
        }
    }

    /// <summary>The entries with their contents; null for folders.</summary>
    public async IAsyncEnumerable<(TreeEntry Entry, byte[]? Content)> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var ids = Entries.Where(e => e.Kind == TreeEntryKind.File).Select(e => e.ObjectId).ToList();
        await using var contents = _objects.ReadAllAsync(ids, long.MaxValue, ct).GetAsyncEnumerator(ct);
        foreach (var entry in Entries)
        {
            if (entry.Kind == TreeEntryKind.Folder) yield return (entry, null);
            else if (await contents.MoveNextAsync()) yield return (entry, contents.Current);
        }
    }

    public ValueTask DisposeAsync() => _objects.DisposeAsync();

    private static async Task<IReadOnlyList<TreeEntry>> ListAsync(BareRepository repository, string commit, CancellationToken ct)
    {
        var list = await repository.ReadAsync(MaxListBytes, ct, "ls-tree", "-r", "-t", "-z", "-l", "--full-tree", commit);
        if (list.IsCut) throw new InvalidDataException("The commit has more files than can be read.");

        var entries = TreeEntry.ParseAll(list.Bytes).Where(e => e.Kind is TreeEntryKind.File or TreeEntryKind.Folder).ToList();
        if (entries.Find(e => !GitNames.IsPath(e.Path)) is not null) throw new InvalidDataException("The commit has a file with a forbidden name.");
        return entries;
    }
}
