using Academy.Kernel.Data;
using Academy.Kernel.Files;
using Academy.Repositories.Git;
using Microsoft.Extensions.Options;

namespace Academy.Repositories.Hosting;

/// <summary>Where the bare repositories are: <c>data/repositories/&lt;2 hex&gt;/&lt;attempt&gt;.git</c>.</summary>
internal sealed class RepositoryStore(IOptions<DataOptions> data)
{
    private string Root { get; } = data.Value.Folder("repositories");

    /// <summary>The repository of an attempt, whether it is there yet or not.</summary>
    public BareRepository Of(Guid attemptId)
    {
        // An id begins with its time, which is nearly the same for all: its end spreads them over the folders.
        var name = attemptId.ToString("N");
        return new BareRepository(Path.Combine(Root, name[^2..], $"{name}.git"));
    }

    private string Drafts => Path.Combine(Root, "new");

    /// <summary>A new folder on the same disk, so that it can be moved into place at once.</summary>
    public BareRepository NewDraft(TimeProvider clock) =>
        new(Directory.CreateDirectory(Path.Combine(Drafts, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"))).FullName);

    /// <summary>Removes drafts whose maker was killed.</summary>
    public void RemoveDrafts(TimeSpan age)
    {
        if (!Directory.Exists(Drafts)) return;
        foreach (var draft in new DirectoryInfo(Drafts).EnumerateDirectories().Where(d => d.IsOlderThan(age))) draft.Delete(recursive: true);
    }
}
