using Academy.Grading.Live;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Grading.Pages.Gradings;

[Authorize(Permissions.Read)]
internal sealed class GradingModel(GradingReader reader) : PageModel
{
    /// <summary>The script of the page asks for one changing part alone: "grading" or "gain".</summary>
    [BindProperty(SupportsGet = true, Name = "part")]
    public string? Part { get; set; }

    public GradingView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(id, User, ct) is not { } view) return NotFound();

        View = view;
        return Page();
    }
}
