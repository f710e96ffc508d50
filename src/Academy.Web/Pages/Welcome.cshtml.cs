using Academy.Contracts.Curriculum;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages;

/// <summary>The front page for people who are not signed in.</summary>
[AllowAnonymous]
public sealed class WelcomeModel(ICurriculum curriculum) : PageModel
{
    public IReadOnlyList<Track> Tracks => curriculum.Current?.Tracks ?? [];

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect("/") : Page();
}
