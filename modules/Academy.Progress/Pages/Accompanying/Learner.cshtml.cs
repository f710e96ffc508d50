using Academy.Contracts.Accounts;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Progress.Accompanying;
using Academy.Progress.Pace;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Progress.Pages.Accompanying;

[Authorize(Permissions.Accompany)]
internal sealed class LearnerModel(
    ReadLearners read, AssignReferent assign, ReadPace paces, IAuthorizationService authorization, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public Guid? Referent { get; set; }

    public LearnerLine Line { get; private set; } = null!;

    public PaceView? Pace { get; private set; }

    public bool MayAssign { get; private set; }

    public IReadOnlyList<Person> Candidates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { } line) return NotFound();

        Line = line;
        Pace = await paces.ForAsync(id, ct);
        MayAssign = await authorization.MayAsync(User, Permissions.AssignReferents);
        if (MayAssign) Candidates = await assign.CandidatesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await authorization.MayAsync(User, Permissions.AssignReferents)) return Forbid();

        var outcome = await assign.RunAsync(id, Referent, ct);
        if (!outcome.IsRefused) return Redirect($"/learners/{id}");

        this.Refused(outcome.Refusal!, texts);
        return await OnGetAsync(id, ct);
    }
}
