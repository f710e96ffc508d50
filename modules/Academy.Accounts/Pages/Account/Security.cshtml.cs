using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Academy.Accounts.Passkeys;
using Academy.Accounts.Passwords;
using Academy.Accounts.Sessions;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Academy.Accounts.Pages.Account;

[Authorize(Permissions.Self), EnableRateLimiting(RateLimitNames.SignIn)]
internal sealed class SecurityModel(
    ReadSecurity read, ChangePassword changePassword, AddPasskey addPasskey, RemovePasskey removePasskey, CloseSession close,
    IStringLocalizer texts) : PageModel
{
    public AccountSecurity Account { get; private set; } = null!;

    public PasswordForm Password { get; private set; } = new();

    public Guid SessionId => User.SessionId();

    public string ThisDevice => Device.Of(Request.Headers.UserAgent.ToString());

    public int Shortest => PasswordRules.Shortest;

    public async Task OnGetAsync(CancellationToken ct) => Account = await read.RunAsync(User.Id(), ct);

    public async Task<IActionResult> OnPostPasswordAsync([Bind(Prefix = nameof(Password))] PasswordForm form, CancellationToken ct)
    {
        Password = form;
        return ModelState.IsValid
            ? await DoneAsync(await changePassword.RunAsync(User.Id(), SessionId, form.Current, form.New, ct), "Your password is changed.", ct)
            : await AgainAsync(ct);
    }

    public async Task<IActionResult> OnPostAddPasskeyAsync(
        [Required, StringLength(AddPasskey.LongestName)] string name, string? credential, CancellationToken ct) => ModelState.IsValid
        ? await DoneAsync(await addPasskey.RunAsync(User.Id(), name, credential ?? "", HttpContext, ct), "The passkey is added.", ct)
        : await AgainAsync(ct);

    public async Task<IActionResult> OnPostRenamePasskeyAsync(
        string id, [Required, StringLength(AddPasskey.LongestName)] string name, CancellationToken ct) => ModelState.IsValid
        ? await DoneAsync(await removePasskey.RenameAsync(User.Id(), Bytes(id), name, ct), "The passkey has its new name.", ct)
        : await AgainAsync(ct);

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string id, CancellationToken ct) => await DoneAsync(
        await removePasskey.RunAsync(User.Id(), Bytes(id), ct), "The passkey is removed. Delete it on your device too.", ct);

    public async Task<IActionResult> OnPostEndSessionAsync(Guid id, CancellationToken ct)
    {
        await close.RunAsync(User.Id(), id, ct);
        return await DoneAsync(Outcome.Done, "That browser is signed out.", ct);
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct)
    {
        await close.EverywhereAsync(User.Id(), SessionId, ct);
        return await DoneAsync(Outcome.Done, "You are signed out everywhere else.", ct);
    }

    private async Task<IActionResult> DoneAsync(Outcome outcome, string flash, CancellationToken ct)
    {
        if (outcome.Refusal is { } refusal)
        {
            this.Refused(refusal, texts);
            return await AgainAsync(ct);
        }

        TempData["Flash"] = texts[flash].Value;
        return RedirectToPage();
    }

    private async Task<PageResult> AgainAsync(CancellationToken ct)
    {
        Account = await read.RunAsync(User.Id(), ct);
        return Page();
    }

    private static byte[] Bytes(string id) => Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [];

    internal sealed class PasswordForm
    {
        [Required, DataType(DataType.Password), StringLength(PasswordRules.Longest)]
        public string Current { get; set; } = "";

        [Required, DataType(DataType.Password)]
        public string New { get; set; } = "";
    }
}
