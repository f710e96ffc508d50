using System.ComponentModel.DataAnnotations;
using Academy.Accounts.Passwords;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Academy.Accounts.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RateLimitNames.SignIn)]
internal sealed class ResetPasswordModel(ResetPassword reset, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Account { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public int Shortest => PasswordRules.Shortest;

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();

        var outcome = await reset.RunAsync(Account, Code, Input.Password, ct);
        if (outcome.Refusal is { } refusal) return this.Refused(refusal, texts);

        TempData["Flash"] = texts["Your new password is set. Sign in with it."].Value;
        return LocalRedirect("/account/sign-in");
    }

    internal sealed class Form
    {
        [Required, DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
