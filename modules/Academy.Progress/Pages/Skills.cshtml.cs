using Academy.Kernel.Permissions;
using Academy.Progress.Skills;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Progress.Pages;

[Authorize(Permissions.ReadOwn)]
internal sealed class SkillsModel(SkillProfile profile) : PageModel
{
    public IReadOnlyList<FrameworkProgress> Frameworks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Frameworks = await profile.ForAsync(User.Id(), ct);
}
