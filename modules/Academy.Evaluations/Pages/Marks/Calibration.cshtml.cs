using Academy.Evaluations.Calibrating;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Pages.Defences;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Pages.Marks;

/// <summary>A trainer marks a work once more, as a reference for evaluators.</summary>
[Authorize(Permissions.Calibrate)]
internal sealed class CalibrationModel(ReadCalibrations reader, MarkCalibration mark, IStringLocalizer texts) : PageModel
{
    public CalibrationForm View { get; private set; } = null!;

    public Sheet Sheet { get; private set; } = Sheet.Empty;

    public string Defence { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid attemptId, CancellationToken ct)
    {
        if (!await LoadAsync(attemptId, ct)) return NotFound();

        (Sheet, Defence) = (View.Sheet, View.Defence);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid attemptId, [Bind(Prefix = "Input")] SheetForm form, string? defence, CancellationToken ct)
    {
        var sheet = form.ToSheet();
        var outcome = await mark.RunAsync(attemptId, sheet, defence, User.Id(), ct);
        if (outcome.Refusal is not { } refusal)
        {
            TempData["Flash"] = texts["It is a calibration work now."].Value;
            return Redirect("/judging/calibrations");
        }

        if (refusal.Status == 404 || !await LoadAsync(attemptId, ct)) return NotFound();

        (Sheet, Defence) = (sheet, defence ?? "");
        ModelState.Clear();
        return this.Refused(refusal, texts);
    }

    private async Task<bool> LoadAsync(Guid attemptId, CancellationToken ct)
    {
        if (await reader.FindAsync(attemptId, User.Id(), ct) is not { } view) return false;

        View = view;
        return true;
    }
}
