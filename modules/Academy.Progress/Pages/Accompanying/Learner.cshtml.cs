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
internal sealed class LearnerModel(ReadLearners read, AssignReferent assign, ReadPace paces, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public Guid? Referent { get; set; }

    public LearnerLine Line { get; private set; } = null!;

    public PaceView? Pace { get; private set; }

    public IReadOnlyList<Person> Candidates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { } line) return NotFound();

        Line = line;
        Pace = await paces.ForAsync(id, ct);
        if (User.Has(Role.ProgrammeOfficer)) Candidates = await assign.CandidatesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!User.Has(Role.ProgrammeOfficer)) return Forbid();

        var outcome = await assign.RunAsync(id, Referent, ct);
        if (!outcome.IsRefused) return Redirect($"/learners/{id}");

        ModelState.AddRefusal(outcome.Refusal!, texts);
        Response.StatusCode = outcome.Refusal!.Status;
        return await OnGetAsync(id, ct);
    }
}
