using Academy.Repositories.Browsing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Repositories.Pages.Browsing;

/// <summary>What the pages of a repository share: it is opened for who may read it, to others it is not there.</summary>
internal abstract class RepositoryPage(OpenRepository open) : PageModel
{
    public OpenedRepository Repository { get; private set; } = null!;

    /// <summary>Branch or commit; null for main.</summary>
    [BindProperty(SupportsGet = true, Name = "ref")]
    public string? Reference { get; set; }

    public CommitDetails Commit { get; private set; } = null!;

    public IReadOnlyList<string> Branches { get; private set; } = [];

    protected RepositoryReader Reader => new(Repository.Bare);

    /// <summary>False when there is nothing to show.</summary>
    protected async Task<bool> OpenAsync(Guid attemptId, string? branchOrCommit, CancellationToken ct)
    {
        if (await open.RunAsync(attemptId, User, ct) is not { } repository) return false;

        Repository = repository;
        if (await Reader.FindCommitAsync(branchOrCommit, ct) is not { } commit) return false;

        Commit = commit;
        return true;
    }

    protected async Task ReadBranchesAsync(CancellationToken ct) => Branches = await Reader.BranchesAsync(ct);
}
