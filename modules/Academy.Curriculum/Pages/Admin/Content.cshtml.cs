using Academy.Curriculum.Releases;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Curriculum.Pages.Admin;

/// <summary>Whether the content folder is well, and what to change where it is not.</summary>
[Authorize(Permissions.Check)]
internal sealed class ContentModel(PublishedCurriculum curriculum, ListReleases listReleases, PublishContent publish, IStringLocalizer texts) : PageModel
{
    /// <summary>Null when this process has not looked yet.</summary>
    public ContentCheck? Check => curriculum.LastCheck;

    public Contracts.Curriculum.Release? Current => curriculum.Current;

    public IReadOnlyList<FrozenRelease> Releases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Releases = await listReleases.RunAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var check = await publish.RunAsync(ct);
        if (check.Errors.Count == 0) TempData["Flash"] = texts["The content is in order; this version is the one that learners see."].Value;
        return RedirectToPage();
    }
}
