using Academy.Progress.Accompanying;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Progress.Pages.Accompanying;

[Authorize(Permissions.Accompany)]
internal sealed class IndexModel(ReadLearners read) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    public IReadOnlyList<LearnerLine> Learners { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Learners = await read.SearchAsync(Search ?? "", ct);
}
