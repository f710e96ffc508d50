using Academy.Notifications.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Notifications.Components;

/// <summary>Beside the account: how much there is to read.</summary>
internal sealed class BellViewComponent(ReadNotices read) : ViewComponent
{
    /// <param name="model">Who is signed in.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid model) =>
        View("/Pages/Notices/_Bell.cshtml", await read.CountUnreadAsync(model, HttpContext.RequestAborted));
}
