using Academy.Kernel.Permissions;
using Academy.Progress.Achievements;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Progress.Pages.Achievements;

[Authorize(Permissions.Learn)]
internal sealed class AchievementsModel(ReadAchievements read) : PageModel
{
    public IReadOnlyList<AchievementView> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => All = await read.AllAsync(User.Id(), ct);
}
