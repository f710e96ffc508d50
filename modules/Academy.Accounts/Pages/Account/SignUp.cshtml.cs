using System.Globalization;
using Academy.Accounts.Inviting;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Academy.Accounts.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RateLimitNames.SignIn)]
internal sealed class SignUpModel(AskSignUp ask, IOptions<AccountsOptions> options, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public EmailForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public bool IsOpen => options.Value.SignUp == SignUp.Open;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();

        var outcome = await ask.RunAsync(Input.Email, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, ct);
        if (outcome.Refusal is { } refusal) return this.Refused(refusal, texts);

        return RedirectToPage(new { sent = true });
    }
}
