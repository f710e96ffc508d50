using Academy.Kernel.Web;
using Academy.Progress.Publishing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Academy.Progress.Pages.Publishing;

/// <summary>A learner's public profile. Who is not shown is not there.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimitNames.Public)]
internal sealed class ProfileModel(ReadProfile read) : PageModel
{
    public ProfileView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken ct)
    {
        if (await read.FindAsync(address, ct) is not { } view) return NotFound();

        View = view;
        // Switched off means gone, at once.
        Response.Headers.CacheControl = "no-store";
        if (!view.IsFindable) Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return Page();
    }
}
