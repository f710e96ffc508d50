using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Enrolment.Pages.Attempts;

[Authorize(Permissions.Read)]
internal sealed class AttemptModel(IEnrolment enrolment, ICurriculum curriculum, IPeople people, TimeProvider clock) : PageModel
{
    public AttemptInfo Attempt { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public bool IsMine => Attempt.Has(User.Id());

    /// <summary>An exam whose time has run out.</summary>
    public bool IsOver => clock.GetUtcNow() > Attempt.DeadlineAt;

    public bool MayGiveUp => Attempt.State == AttemptState.Working && Attempt.LearnerId == User.Id() && !IsOver;

    public string LearnerName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var attempt = await enrolment.FindForAsync(id, User.Id(), ct);
        if (attempt is null || !User.MayRead(attempt)) return NotFound();

        Attempt = attempt;
        Project = (await curriculum.GetAsync(attempt.ReleaseId, ct)).Projects[attempt.ProjectSlug];
        if (!IsMine) LearnerName = (await people.FindAsync([attempt.LearnerId], ct)).GetValueOrDefault(attempt.LearnerId)?.Name ?? "";
        return Page();
    }
}
