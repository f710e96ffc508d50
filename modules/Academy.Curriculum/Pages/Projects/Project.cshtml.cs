using Academy.Contracts.Curriculum;
using Academy.Contracts.Enrolment;
using Academy.Curriculum.Subjects;
using Academy.Curriculum.Tracks;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Curriculum.Pages.Projects;

[Authorize(Permissions.Read)]
internal sealed class ProjectModel(ShowProject showProject, ReadSubject readSubject) : PageModel
{
    public ProjectView View { get; private set; } = null!;

    public Subject Subject { get; private set; } = null!;

    /// <summary>Whether the text has changed since the learner began.</summary>
    public bool HasNewerSubject { get; private set; }

    /// <summary>Read the current subject, not that of one's attempt.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Newer { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await showProject.RunAsync(slug, User, ct) is not { } view) return NotFound();
        View = view;
        Subject = await readSubject.RunAsync(view.Release, view.Project, ct);
        if (view.Newer is not { } newer) return Page();

        var current = await readSubject.RunAsync(newer, newer.Projects[slug], ct);
        HasNewerSubject = current.Fingerprint != Subject.Fingerprint;
        if (Newer) Subject = current;
        return Page();
    }
}
