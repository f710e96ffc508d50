using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Evaluations.Helping;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Pages.Help;

[Authorize(Permissions.AskHelp)]
internal sealed class AskModel(
    IEnrolment enrolment, ICurriculum curriculum, AskHelp ask, HelpCode code, HelpReader read, IStringLocalizer texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid AttemptId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Commit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Path { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Line { get; set; }

    [BindProperty]
    public string? Question { get; set; }

    public Project Project { get; private set; } = null!;

    public CodeExcerpt? Code { get; private set; }

    public HelpWait? Wait { get; private set; }

    private HelpPlace Place => string.IsNullOrEmpty(Commit) || string.IsNullOrEmpty(Path) ? HelpPlace.Nowhere : new HelpPlace(Commit, Path, Line);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var asked = await ask.RunAsync(AttemptId, User.Id(), Place, Question, ct);
        if (asked.Refusal is not { } refusal) return RedirectToPage("Request", new { id = asked.Value });
        if (!await ShowAsync(ct)) return NotFound();

        return this.Refused(refusal, texts);
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        if (await enrolment.FindAsync(AttemptId, ct) is not { } attempt || !attempt.Has(User.Id())) return false;

        Project = (await curriculum.GetAsync(attempt.ReleaseId, ct)).Projects[attempt.ProjectSlug];
        Code = await code.ReadAsync(AttemptId, Place, ct);
        Wait = await read.WaitAsync(ct);
        return true;
    }
}
