using Academy.Contracts.Enrolment;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Pages.Gradings;

/// <summary>The address that a push prints on the terminal: known before the grading is.</summary>
[Authorize(Permissions.Read)]
internal sealed class OfCommitModel(AcademyDb db, IEnrolment enrolment) : PageModel
{
    public Guid AttemptId { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid attemptId, string commit, CancellationToken ct)
    {
        var attempt = await enrolment.FindAsync(attemptId, ct);
        if (attempt is null || !User.MayRead(attempt)) return NotFound();

        var runId = await db.Set<GradingRun>()
            .Where(r => r.AttemptId == attemptId && r.Commit == commit && r.RegradeId == null)
            .Select(r => (Guid?)r.Id)
            .SingleOrDefaultAsync(ct);
        if (runId is not null) return Redirect($"/gradings/{runId}");

        AttemptId = attemptId;
        return Page();
    }
}
