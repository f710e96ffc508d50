using Academy.Evaluations.Works;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Evaluations.Components;

/// <summary>On the page of an attempt: handing in, and what evaluators are still missing.</summary>
internal sealed class WorkViewComponent(ReadWork works) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid model) =>
        await works.FindAsync(model, HttpContext.User.Id(), HttpContext.RequestAborted) is { } view
            ? View("/Pages/Works/Summary.cshtml", view)
            : Content("");
}
