using Academy.Contracts.Enrolment;
using Academy.Contracts.Repositories;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Evaluations.Components;

/// <summary>Below a file of one's own work: ask about one of its lines.</summary>
internal sealed class HelpOnFileViewComponent(IEnrolment enrolment) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(FilePlace model) =>
        await enrolment.FindAsync(model.AttemptId, HttpContext.RequestAborted) is { } attempt && attempt.Has(UserClaimsPrincipal.Id())
            ? View("/Pages/Help/_OnFile.cshtml", model)
            : Content("");
}
