using Academy.Contracts.Curriculum;
using Academy.Curriculum.RulesGuide;
using Academy.Curriculum.Subjects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Curriculum.Pages;

/// <summary>All rules on one page, with the numbers that hold here.</summary>
[Authorize(Permissions.Read)]
internal sealed class RulesModel(ICurriculum curriculum, ReadRulesGuide guide) : PageModel
{
    public Subject Guide { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (curriculum.Current is not { } release) return NotFound();

        Guide = await guide.RunAsync(release.Rules, ct);
        return Page();
    }
}
