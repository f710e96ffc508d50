using Academy.Accounts.Admin;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Accounts.Pages.Admin;

[Authorize(Permissions.People)]
internal sealed class PeopleModel(ReadPeople read) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    public Paged<PersonRow> Found { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken ct) =>
        Found = await read.RunAsync(Q, Role ?? Kernel.Permissions.Role.None, number, ct);
}
