using Academy.Accounts.Households;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Accounts.Pages.Admin;

[Authorize(Permissions.Households)]
internal sealed class HouseholdsModel(ReadHouseholds read) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<Housemate> Found { get; private set; } = [];

    public IReadOnlyList<IReadOnlyList<Housemate>> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Found = await read.SearchAsync(Q, ct);
        All = await read.AllAsync(ct);
    }
}
