using Academy.Evaluations.Calibrating;
using Academy.Kernel.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Pages.Judging;

/// <summary>The works that show how strict evaluators are.</summary>
[Authorize(Permissions.Calibrate)]
internal sealed class CalibrationsModel(ReadCalibrations reader, MarkCalibration mark, IStringLocalizer texts) : PageModel
{
    public IReadOnlyList<CalibrationLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Lines = await reader.AllAsync(ct);

    public async Task<IActionResult> OnPostRetireAsync(Guid attempt, CancellationToken ct)
    {
        var outcome = await mark.RetireAsync(attempt, ct);
        if (outcome.Refusal is { Status: 404 }) return NotFound();

        if (outcome.Refusal is { } refusal) TempData["FlashError"] = texts.Say(refusal);
        else TempData["Flash"] = texts["It is given to nobody any more. What it has shown stays."].Value;
        return RedirectToPage();
    }
}
