using Academy.Accounts.Households;
using Academy.Kernel.Outcomes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Accounts.Pages.Admin;

[Authorize(Permissions.Households)]
internal sealed class HouseholdModel(ReadHouseholds read, ChangeHousehold change, IStringLocalizer texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Household Household { get; private set; } = null!;

    public IReadOnlyList<Housemate> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await read.OfAsync(Id, ct) is not { } household) return NotFound();

        Household = household;
        Found = [.. (await read.SearchAsync(Q, ct)).Where(p => p.Id != Id && !household.Others.Contains(p))];
        return Page();
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid other, CancellationToken ct) =>
        Done(await change.LinkAsync(Id, other, ct));

    public async Task<IActionResult> OnPostLeaveAsync(Guid person, CancellationToken ct) =>
        Done(await change.LeaveAsync(person, ct));

    private RedirectToPageResult Done(Outcome outcome)
    {
        TempData[outcome.IsRefused ? "FlashError" : "Flash"] =
            outcome.Refusal is { } refusal ? texts.Say(refusal) : texts["The household is saved."].Value;
        return RedirectToPage(new { id = Id });
    }
}
