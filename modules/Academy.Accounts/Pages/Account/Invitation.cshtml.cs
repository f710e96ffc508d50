using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Academy.Accounts.Audit;
using Academy.Accounts.Inviting;
using Academy.Accounts.Passwords;
using Academy.Accounts.Sessions;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Academy.Accounts.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RateLimitNames.SignIn)]
internal sealed class InvitationModel(AcceptInvitation accept, OpenSession open, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public NewAccountForm Input { get; set; } = new();

    public Invitation? Invitation { get; private set; }

    public int Shortest => PasswordRules.Shortest;

    public async Task OnGetAsync(string code, CancellationToken ct) => Invitation = await accept.FindAsync(code, ct);

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        Invitation = await accept.FindAsync(code, ct);
        if (!ModelState.IsValid) return Page();

        var made = await accept.RunAsync(
            code, Input.Email, Input.Name, Input.Password, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, ct);
        if (made.Value is not { } user) return this.Refused(made.Refusal!, texts);

        await open.RunAsync(user, stay: true, SecurityEventKind.SignedIn, HttpContext, ct);
        return LocalRedirect("/");
    }
}

internal sealed class NewAccountForm
{
    [Required, StringLength(People.User.LongestName)]
    public string Name { get; set; } = "";

    [Required, EmailAddress, StringLength(People.User.LongestEmail)]
    public string Email { get; set; } = "";

    [Required, DataType(DataType.Password)]
    public string Password { get; set; } = "";
}
