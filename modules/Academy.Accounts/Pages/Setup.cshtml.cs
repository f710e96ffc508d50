using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Academy.Accounts.Audit;
using Academy.Accounts.Pages.Account;
using Academy.Accounts.Passwords;
using Academy.Accounts.Sessions;
using Academy.Accounts.Setup;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Academy.Accounts.Pages;

[AllowAnonymous, EnableRateLimiting(RateLimitNames.SignIn)]
internal sealed class SetupModel(SetUpAcademy setup, OpenSession open, IStringLocalizer texts) : PageModel
{
    [BindProperty, Required, StringLength(40)]
    public string Code { get; set; } = "";

    [BindProperty]
    public NewAccountForm Input { get; set; } = new();

    public int Shortest => PasswordRules.Shortest;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await setup.IsOpenAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await setup.IsOpenAsync(ct)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var made = await setup.RunAsync(
            Code, Input.Email, Input.Name, Input.Password, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, ct);
        if (made.Value is not { } user) return this.Refused(made.Refusal!, texts);

        await open.RunAsync(user, stay: true, SecurityEventKind.SignedIn, HttpContext, ct);
        return LocalRedirect("/admin/people");
    }
}
