using System.ComponentModel.DataAnnotations;
using Academy.Contracts.Curriculum;
using Academy.Grading.Regrading;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Grading.Pages.Regrades;

[Authorize(Permissions.Regrade)]
internal sealed class IndexModel(RegradeReader reader, StartRegrade start, ICurriculum curriculum, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public RegradeForm Input { get; set; } = new();

    public IReadOnlyList<RegradeSummary> Regrades { get; private set; } = [];

    public IReadOnlyList<Project> Projects =>
        [.. curriculum.Current?.Projects.Values.OrderBy(p => p.Title.ToString(), StringComparer.CurrentCulture) ?? Enumerable.Empty<Project>()];

    public async Task OnGetAsync(CancellationToken ct) => Regrades = await reader.ListAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await start.RunAsync(
                new RegradeRequest(Input.Project, Input.Release is { Length: > 0 } only ? only.Trim() : null, Input.WithCurrentTests, []),
                User.Id(), ct);
            if (!outcome.IsRefused) return Redirect($"/admin/regrades/{outcome.Value}");
            ModelState.AddRefusal(outcome.Refusal!, texts);
        }

        await OnGetAsync(ct);
        return Page();
    }
}

internal sealed class RegradeForm
{
    [Required]
    public string Project { get; set; } = "";

    [RegularExpression("[0-9a-f]{16}", ErrorMessage = "A version has 16 letters and digits, as the content page shows it.")]
    public string? Release { get; set; }

    public bool WithCurrentTests { get; set; } = true;
}
