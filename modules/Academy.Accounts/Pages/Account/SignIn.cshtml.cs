using System.ComponentModel.DataAnnotations;
using Academy.Accounts.Audit;
using Academy.Accounts.Passkeys;
using Academy.Accounts.Profile;
using Academy.Accounts.Sessions;
using Academy.Accounts.Setup;
using Academy.Accounts.SigningIn;
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
internal sealed class SignInModel(
    CheckPassword checkPassword, CheckPasskey checkPasskey, OpenSession open, SetUpAcademy setup,
    IOptions<AccountsOptions> options, IStringLocalizer texts) : PageModel
{
    public Form Input { get; private set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool SignUpIsOpen => options.Value.SignUp == SignUp.Open;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (User.Identity?.IsAuthenticated == true) return Back();
        return await setup.IsOpenAsync(ct) ? LocalRedirect("/setup") : Page();
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Input))] Form form, CancellationToken ct)
    {
        Input = form;
        if (!ModelState.IsValid) return Page();

        return await EnterAsync(await checkPassword.RunAsync(form.Email, form.Password, ct), form.Stay, SecurityEventKind.SignedIn, ct);
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string credential, CancellationToken ct) => await EnterAsync(
        await checkPasskey.RunAsync(credential ?? "", HttpContext), stay: true, SecurityEventKind.SignedInWithPasskey, ct);

    private async Task<IActionResult> EnterAsync(Outcome<People.User> found, bool stay, SecurityEventKind how, CancellationToken ct)
    {
        if (found.Value is not { } user) return this.Refused(found.Refusal!, texts);

        await open.RunAsync(user, stay, how, HttpContext, ct);
        return Back();
    }

    private LocalRedirectResult Back() => LocalRedirect(LocalUrl.Safe(ReturnUrl));

    internal sealed class Form
    {
        [Required, EmailAddress, StringLength(People.User.LongestEmail)]
        public string Email { get; set; } = "";

        [Required, DataType(DataType.Password), StringLength(Passwords.PasswordRules.Longest)]
        public string Password { get; set; } = "";

        public bool Stay { get; set; } = true;
    }
}
