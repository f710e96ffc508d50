using Academy.Grading.Operating;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Grading.Pages.Operating;

[Authorize(KernelPermissions.Operate)]
internal sealed class GradingsModel(ReadGradings read, OperateGradings operate, IStringLocalizer texts) : PageModel
{
    public GradingsOverview View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await read.RunAsync(ct);

    public async Task<IActionResult> OnPostDrainAsync(string worker, CancellationToken ct) =>
        Tell(await operate.DrainAsync(worker, draining: true, ct), "{0} finishes what it is grading, and begins nothing more.", worker);

    public async Task<IActionResult> OnPostUndrainAsync(string worker, CancellationToken ct) =>
        Tell(await operate.DrainAsync(worker, draining: false, ct), "{0} works again.", worker);

    public async Task<IActionResult> OnPostRunAgainAsync(Guid id, CancellationToken ct) =>
        Tell(await operate.RunAgainAsync(id, ct), "The grading is in the queue again.");

    public async Task<IActionResult> OnPostClearAsync(Guid id, CancellationToken ct) =>
        Tell(await operate.ClearAsync(id, ct), "The alert is put away.");

    private IActionResult Tell(Outcome outcome, string done, params object[] args)
    {
        if (outcome.Refusal is { Status: 404 }) return NotFound();

        TempData[outcome.IsRefused ? "FlashError" : "Flash"] = outcome.IsRefused ? texts.Say(outcome.Refusal!) : texts[done, args].Value;
        return RedirectToPage();
    }
}
