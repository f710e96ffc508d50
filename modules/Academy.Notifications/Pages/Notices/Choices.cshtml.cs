using Academy.Contracts.Notifications;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Notifications.Choices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Notifications.Pages.Notices;

[Authorize(Permissions.Self)]
internal sealed class ChoicesModel(ChooseNotices choose, IStringLocalizer texts) : PageModel
{
    public IReadOnlyList<NoticeChoice> Choices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Choices = await choose.ReadAsync(User.Id(), ct);

    public async Task<IActionResult> OnPostAsync(List<NoticeKind> inSite, List<NoticeKind> byMail, CancellationToken ct)
    {
        var outcome = await choose.RunAsync(User.Id(), inSite, byMail, ct);
        TempData[outcome.IsRefused ? "FlashError" : "Flash"] =
            outcome.Refusal is { } refusal ? texts.Say(refusal) : texts["Your choice is saved."].Value;
        return RedirectToPage();
    }
}
