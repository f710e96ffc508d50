using Academy.Grading.Regrading;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Grading.Pages.Regrades;

[Authorize(Permissions.Regrade)]
internal sealed class RegradeModel(RegradeReader reader, DecideRegrade decide, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public bool AlsoLower { get; set; }

    [BindProperty]
    public bool AlsoLost { get; set; }

    public RegradeView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(id, ct) is not { } view) return NotFound();

        View = view;
        return Page();
    }

    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken ct)
    {
        var outcome = await decide.StopAsync(id, User.Id(), ct);
        return Tell(id, outcome, () => texts.Count(outcome.Value, "Stopped: {0} result is not graded again.", "Stopped: {0} results are not graded again."));
    }

    public async Task<IActionResult> OnPostApplyAsync(Guid id, CancellationToken ct)
    {
        var outcome = await decide.ApplyAsync(id, AlsoLower, AlsoLost, User.Id(), ct);
        return Tell(id, outcome, () => texts.Count(outcome.Value, "{0} result now counts.", "{0} results now count."));
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct)
    {
        var outcome = await decide.UndoAsync(id, User.Id(), ct);
        return Tell(id, outcome, () => texts.Count(outcome.Value, "{0} result is as it was before.", "{0} results are as they were before."));
    }

    private IActionResult Tell(Guid id, Outcome<int> outcome, Func<string> done)
    {
        if (outcome.Refusal is { Status: 404 }) return NotFound();

        TempData[outcome.IsRefused ? "FlashError" : "Flash"] = outcome.IsRefused ? texts.Say(outcome.Refusal!) : done();
        return Redirect($"/admin/regrades/{id}");
    }
}
