using Academy.Evaluations.Absences;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Pages.Incidents;

[Authorize(Permissions.Oversee)]
internal sealed class IndexModel(ReadIncidents incidents, UndoIncident undo, IStringLocalizer texts) : PageModel
{
    public IReadOnlyList<IncidentView> Incidents { get; private set; } = [];

    /// <summary>Where the next page begins; null: that was all.</summary>
    public Guid? Next { get; private set; }

    public async Task OnGetAsync(Guid? before, CancellationToken ct) => (Incidents, Next) = await incidents.PageAsync(before, ReadIncidents.PageSize, ct);

    public async Task<IActionResult> OnPostUndoAsync(Guid incident, CancellationToken ct)
    {
        var outcome = await undo.RunAsync(incident, User.Id(), ct);
        if (outcome.Refusal?.Status == 404) return NotFound();

        if (outcome.IsRefused) TempData["FlashError"] = texts.Say(outcome.Refusal!);
        else TempData["Flash"] = texts["Taken back. The points are where they were, and the person was told."].Value;
        return Redirect("/evaluations/incidents");
    }
}
