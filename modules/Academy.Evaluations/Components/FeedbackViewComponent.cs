using Academy.Evaluations.Reading;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Evaluations.Components;

/// <summary>On a learner's home: what evaluators have last said.</summary>
internal sealed class FeedbackViewComponent(LatestRemarks remarks) : ViewComponent
{
    private const int Most = 2;

    public async Task<IViewComponentResult> InvokeAsync(Guid model) =>
        model == UserClaimsPrincipal.Id() && await remarks.ForAsync(model, Most, HttpContext.RequestAborted) is { Count: > 0 } latest
            ? View("/Pages/Marks/Latest.cshtml", latest)
            : Content("");
}
