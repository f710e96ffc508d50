using Academy.Kernel.Permissions;
using Academy.Progress.Home;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Progress.Pages;

/// <summary>Everybody's home; visitors are shown what Academy is.</summary>
[AllowAnonymous]
internal sealed class IndexModel(LearnerHome homes) : PageModel
{
    /// <summary>Null for people who are not learners.</summary>
    public HomeView? Home { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (User.Identity?.IsAuthenticated != true) return Redirect("/welcome");

        if (!User.Has(Role.Learner)) return Page();

        await homes.VisitAsync(User.Id(), ct);
        Home = await homes.ForAsync(User.Id(), ct);
        return Page();
    }
}
