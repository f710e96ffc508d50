using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Notifications.Webhooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Notifications.Pages.Webhooks;

[Authorize(Permissions.ReadWebhooks)]
internal sealed class WebhookModel(ReadWebhooks read, ManageWebhooks manage, IStringLocalizer texts) : PageModel
{
    private const int Shown = 30;

    public WebhookLog Log { get; private set; } = null!;

    /// <summary>Just made; the next page no longer has it.</summary>
    public string? NewSecret { get; private set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public bool MayManage => User.Has(Role.Operator);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await read.LogAsync(Id, Before, Shown, ct) is not { } log) return NotFound();

        NewSecret = TempData["NewSecret"] as string;
        if (NewSecret is not null) Response.Headers.CacheControl = "no-store";
        Log = log;
        return Page();
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken ct) =>
        MayManage ? Done(await manage.TestAsync(Id, ct), "A test event is on its way. Load this page again to see what came of it.") : Forbid();

    public async Task<IActionResult> OnPostSendAgainAsync(Guid delivery, CancellationToken ct) =>
        MayManage ? Done(await manage.SendAgainAsync(Id, delivery, ct), "It is on its way again.") : Forbid();

    public async Task<IActionResult> OnPostSecretAsync(CancellationToken ct)
    {
        if (!MayManage) return Forbid();

        var made = await manage.ChangeSecretAsync(Id, ct);
        if (made.Value is { } changed) TempData["NewSecret"] = changed.Secret;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (!MayManage) return Forbid();

        var outcome = await manage.RemoveAsync(Id, ct);
        TempData[outcome.IsRefused ? "FlashError" : "Flash"] =
            outcome.Refusal is { } refusal ? texts.Say(refusal) : texts["The webhook is removed."].Value;
        return RedirectToPage("Index");
    }

    private RedirectToPageResult Done(Outcome outcome, string flash)
    {
        TempData[outcome.IsRefused ? "FlashError" : "Flash"] =
            outcome.Refusal is { } refusal ? texts.Say(refusal) : texts[flash].Value;
        return RedirectToPage();
    }
}
