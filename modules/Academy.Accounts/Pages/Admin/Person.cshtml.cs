using Academy.Accounts.Admin;
using Academy.Accounts.Sessions;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Accounts.Pages.Admin;

[Authorize(Permissions.People)]
internal sealed class PersonModel(
    ReadPeople read, ChangeRoles changeRoles, LockAccount lockAccount, CloseSession close, IStringLocalizer texts) : PageModel
{
    public PersonDetails Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { } person) return NotFound();

        Person = person;
        return Page();
    }

    public async Task<IActionResult> OnPostRolesAsync(Guid id, List<Role> roles, CancellationToken ct) =>
        Done(await changeRoles.RunAsync(id, roles.Aggregate(Role.None, (all, role) => all | role), ct), "The roles are saved.");

    public async Task<IActionResult> OnPostLockAsync(Guid id, CancellationToken ct) =>
        Done(await lockAccount.RunAsync(id, User.Id(), ct), "The account is closed.");

    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken ct) =>
        Done(await lockAccount.OpenAsync(id, ct), "The account is open.");

    public async Task<IActionResult> OnPostSignOutAsync(Guid id, CancellationToken ct)
    {
        await close.EverywhereAsync(id, except: null, ct);
        return Done(Outcome.Done, "This person is signed out everywhere.");
    }

    private RedirectToPageResult Done(Outcome outcome, string flash)
    {
        TempData[outcome.IsRefused ? "FlashError" : "Flash"] =
            outcome.Refusal is { } refusal ? texts.Say(refusal) : texts[flash].Value;
        return RedirectToPage();
    }
}
