using Academy.Repositories.Browsing;
using Academy.Repositories.Git;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Repositories.Pages.Browsing;

[Authorize(Permissions.Read)]
internal sealed class CommitModel(OpenRepository open) : RepositoryPage(open)
{
    public CommitDiff Diff { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid attemptId, string sha, CancellationToken ct)
    {
        if (!GitNames.IsObjectId(sha) || !await OpenAsync(attemptId, sha, ct)) return NotFound();

        Diff = await Reader.DiffAsync(Commit.Id, ct);
        return Page();
    }
}
