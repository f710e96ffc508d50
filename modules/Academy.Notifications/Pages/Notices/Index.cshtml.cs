using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Notifications.Notices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Notifications.Pages.Notices;

[Authorize(Permissions.Self)]
internal sealed class IndexModel(ReadNotices read, MarkRead mark, IStringLocalizer texts) : PageModel
{
    private const int Shown = 30;

    public IReadOnlyList<Notice> Unread { get; private set; } = [];

    public NoticePage Read { get; private set; } = null!;

    /// <summary>Null on the first page.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Before is null) Unread = (await read.RunAsync(User.Id(), isUnread: true, before: null, ReadNotices.MostCounted, ct)).Notices;
        Read = await read.RunAsync(User.Id(), isUnread: false, Before, Shown, ct);
    }

    /// <summary>Opens what a notice is about, and so has read it.</summary>
    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken ct)
    {
        var link = await mark.RunAsync(id, User.Id(), ct);
        if (link.Value is { } path) return LocalRedirect(path);

        TempData["FlashError"] = texts.Say(link.Refusal!);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken ct)
    {
        var done = await mark.RunAsync(id, User.Id(), ct);
        if (done.Refusal is { } refusal) TempData["FlashError"] = texts.Say(refusal);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAllReadAsync(CancellationToken ct)
    {
        await mark.AllAsync(User.Id(), ct);
        TempData["Flash"] = texts["Everything is marked as read."].Value;
        return RedirectToPage();
    }
}
