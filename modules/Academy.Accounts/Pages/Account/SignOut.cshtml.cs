using Academy.Accounts.Sessions;
using Academy.Accounts.SigningIn;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Accounts.Pages.Account;

[AllowAnonymous]
internal sealed class SignOutModel(CloseSession close) : PageModel
{
    /// <summary>Open to everybody: a session that has ended meanwhile leads to the sign-in page, and not back here.</summary>
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Page() : LocalRedirect("/account/sign-in");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (User.SessionId() is var session && session != Guid.Empty) await close.RunAsync(User.Id(), session, ct);
        await HttpContext.SignOutAsync(Schemes.Cookie);
        return LocalRedirect("/account/sign-in");
    }
}
