using System.ComponentModel.DataAnnotations;
using Academy.Accounts.Tokens;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Accounts.Pages.Account;

[Authorize(Permissions.Self)]
internal sealed class TokensModel(ReadTokens read, MakeToken make, RevokeToken revoke, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public static readonly int[] Durations = [7, 30, 90, 180, 365];

    public Form Input { get; private set; } = new();

    public IReadOnlyList<AccessToken> Tokens { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Just made; the next page no longer has it.</summary>
    public string? NewSecret { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        NewSecret = TempData["NewToken"] as string;
        if (NewSecret is not null) Response.Headers.CacheControl = "no-store";
        Tokens = await read.RunAsync(User.Id(), ct);
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Input))] Form form, CancellationToken ct)
    {
        Input = form;
        if (!ModelState.IsValid) return await AgainAsync(ct);

        var made = await make.RunAsync(User.Id(), form.Name, form.Scopes, form.Days, ct);
        if (made.Refusal is { } refusal)
        {
            this.Refused(refusal, texts);
            return await AgainAsync(ct);
        }

        TempData["NewToken"] = made.Value!.Secret;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        var outcome = await revoke.RunAsync(User.Id(), id, ct);
        TempData[outcome.IsRefused ? "FlashError" : "Flash"] =
            outcome.Refusal is { } refusal ? texts.Say(refusal) : texts["The token is revoked. Programs that use it are refused from now on."].Value;
        return RedirectToPage();
    }

    private async Task<PageResult> AgainAsync(CancellationToken ct)
    {
        Tokens = await read.RunAsync(User.Id(), ct);
        return Page();
    }

    internal sealed class Form
    {
        [Required, StringLength(AccessToken.LongestName)]
        public string Name { get; set; } = "";

        public List<string> Scopes { get; set; } = [Kernel.Permissions.Scopes.GitRead, Kernel.Permissions.Scopes.GitWrite];

        [Range(1, MakeToken.LongestDays)]
        public int Days { get; set; } = 90;
    }
}
