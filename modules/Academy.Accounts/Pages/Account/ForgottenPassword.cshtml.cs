using System.ComponentModel.DataAnnotations;
using Academy.Accounts.Passwords;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Academy.Accounts.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RateLimitNames.SignIn)]
internal sealed class ForgottenPasswordModel(AskPasswordReset ask) : PageModel
{
    [BindProperty]
    public EmailForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();

        await ask.RunAsync(Input.Email, ct);
        return RedirectToPage(new { sent = true });
    }
}

internal sealed class EmailForm
{
    [Required, EmailAddress, StringLength(People.User.LongestEmail)]
    public string Email { get; set; } = "";
}
