using System.ComponentModel.DataAnnotations;
using Academy.Accounts.People;
using Academy.Accounts.Profile;
using Academy.Accounts.Sessions;
using Academy.Accounts.SigningIn;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Academy.Accounts.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RateLimitNames.SignIn)]
internal sealed class SignInModel(CheckPassword check, OpenSession open, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() =>
        User.Identity?.IsAuthenticated == true ? LocalRedirect(LocalUrl.Safe(ReturnUrl)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();

        var found = await check.RunAsync(Input.Email, Input.Password, ct);
        if (found.Refusal is { } refusal)
        {
            ModelState.AddRefusal(refusal, texts);
            return Page();
        }

        await open.RunAsync(found.Value!, Input.Stay, HttpContext, ct);
        return LocalRedirect(LocalUrl.Safe(ReturnUrl));
    }

    internal sealed class Form
    {
        [Required, EmailAddress, StringLength(People.User.LongestEmail)]
        public string Email { get; set; } = "";

        [Required, DataType(DataType.Password), StringLength(200)]
        public string Password { get; set; } = "";

        public bool Stay { get; set; } = true;
    }
}
