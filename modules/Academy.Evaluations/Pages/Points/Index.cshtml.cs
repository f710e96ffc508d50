using Academy.Evaluations.Points;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Evaluations.Pages.Points;

[Authorize(Permissions.Points)]
internal sealed class IndexModel(ReadPoints points) : PageModel
{
    private const int PageSize = 30;

    public PointsView View { get; private set; } = null!;

    public async Task OnGetAsync(Guid? before, CancellationToken ct) => View = await points.OfAsync(User.Id(), before, PageSize, ct);
}
