using System.ComponentModel.DataAnnotations;
using Academy.Accounts.Admin;
using Academy.Accounts.Inviting;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Accounts.Pages.Admin;

[Authorize(Permissions.Invite)]
internal sealed class InvitationsModel(
    ReadInvitations read, MakeInvitation make, RevokeInvitation revoke, SiteAddress site, IStringLocalizer texts) : PageModel
{
    public static readonly int[] Durations = [2, 7, 14, 30, 90];

    public Form Input { get; private set; } = new();

    public Role MayGive => MakeInvitation.MayGive(User.Roles());

    public Paged<InvitationRow> Invitations { get; private set; } = null!;

    /// <summary>Just made; the next page no longer has it.</summary>
    public string? NewLink { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken ct)
    {
        if (TempData["NewInvitation"] is string code)
        {
            NewLink = site.Of(Invitation.PathOf(code));
            Response.Headers.CacheControl = "no-store";
        }

        Invitations = await read.RunAsync(number, ct);
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Input))] Form form, CancellationToken ct)
    {
        Input = form;
        if (!ModelState.IsValid) return await AgainAsync(ct);

        var roles = form.Roles.Aggregate(Role.None, (all, role) => all | role);
        var made = await make.RunAsync(User.Id(), User.Roles(), roles, form.Email, form.Language, form.Days, ct);
        if (made.Refusal is { } refusal)
        {
            this.Refused(refusal, texts);
            return await AgainAsync(ct);
        }

        if (made.Value is { } code) TempData["NewInvitation"] = code;
        else TempData["Flash"] = texts["The invitation is on its way to {0}.", form.Email!].Value;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        var outcome = await revoke.RunAsync(id, ct);
        TempData[outcome.IsRefused ? "FlashError" : "Flash"] =
            outcome.Refusal is { } refusal ? texts.Say(refusal) : texts["The invitation is withdrawn."].Value;
        return RedirectToPage();
    }

    private async Task<PageResult> AgainAsync(CancellationToken ct)
    {
        Invitations = await read.RunAsync(1, ct);
        return Page();
    }

    internal sealed class Form
    {
        public List<Role> Roles { get; set; } = [];

        [EmailAddress, StringLength(People.User.LongestEmail)]
        public string? Email { get; set; }

        [AllowedValues("fr", "en")]
        public string Language { get; set; } = Languages.Default;

        [Range(1, MakeInvitation.LongestDays)]
        public int Days { get; set; } = 14;
    }
}
