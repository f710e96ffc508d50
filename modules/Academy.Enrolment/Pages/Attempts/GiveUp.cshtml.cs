using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Enrolment.Ending;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Enrolment.Pages.Attempts;

/// <summary>Asks once more, and says what giving up means.</summary>
[Authorize(Permissions.Register)]
internal sealed class GiveUpModel(
    IEnrolment enrolment, ICurriculum curriculum, GiveUpAttempt giveUp, IStringLocalizer texts, TimeProvider clock) : PageModel
{
    public AttemptInfo Attempt { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    /// <summary>Until another attempt may begin.</summary>
    public TimeSpan Wait { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var attempt = await enrolment.FindAsync(id, ct);
        if (attempt?.Has(User.Id()) != true) return NotFound();

        Attempt = attempt;
        Project = (await curriculum.GetAsync(attempt.ReleaseId, ct)).Projects[attempt.ProjectSlug];
        var now = clock.GetUtcNow();
        var ended = (await enrolment.ForLearnerAsync(User.Id(), ct)).Count(a => a.ProjectSlug == attempt.ProjectSlug && a.EndAt(now) is not null);
        Wait = curriculum.Current!.Rules.Attempts.WaitAfter(ended + 1);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var found = await OnGetAsync(id, ct);
        if (Attempt is null) return found;

        var outcome = await giveUp.RunAsync(id, User.Id(), ct);
        if (!outcome.IsRefused) return Redirect($"/projects/{Project.Slug}");

        return this.Refused(outcome.Refusal!, texts);
    }
}
