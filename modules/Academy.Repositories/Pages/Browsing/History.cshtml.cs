using Academy.Repositories.Browsing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Repositories.Pages.Browsing;

[Authorize(Permissions.Read)]
internal sealed class HistoryModel(OpenRepository open) : RepositoryPage(open)
{
    private const int LastPage = 1000;

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<CommitDetails> Commits { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>Commits that were handed in.</summary>
    public IReadOnlySet<string> Submissions { get; private set; } = new HashSet<string>();

    public async Task<IActionResult> OnGetAsync(Guid attemptId, CancellationToken ct)
    {
        Number = Math.Clamp(Number, 1, LastPage);
        if (!await OpenAsync(attemptId, Reference, ct)) return NotFound();

        await ReadBranchesAsync(ct);
        var commits = await Reader.HistoryAsync(Commit.Id, Number, ct);
        HasMore = commits.Count > RepositoryReader.HistoryPage && Number < LastPage;
        Commits = [.. commits.Take(RepositoryReader.HistoryPage)];
        Submissions = await Reader.SubmissionsAsync(ct);
        return Page();
    }
}
