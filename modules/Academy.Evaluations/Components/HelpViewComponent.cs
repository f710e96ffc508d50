using Academy.Contracts.Enrolment;
using Academy.Evaluations.Helping;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Evaluations.Components;

/// <summary>Beside an attempt: ask for help, and what became of earlier questions.</summary>
internal sealed class HelpViewComponent(IEnrolment enrolment, HelpReader read) : ViewComponent
{
    /// <param name="model">The attempt.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid model)
    {
        var ct = HttpContext.RequestAborted;
        if (await enrolment.FindAsync(model, ct) is not { } attempt || !attempt.Has(UserClaimsPrincipal.Id())) return Content("");

        return View("/Pages/Help/_Aside.cshtml", new HelpPanel(model, UserClaimsPrincipal.Id(), await read.OfAttemptAsync(model, ct), await read.WaitAsync(ct)));
    }
}

/// <param name="AttemptId">The work.</param>
/// <param name="ReaderId">Who looks.</param>
/// <param name="Lines">Newest first.</param>
/// <param name="Wait">Null while too little is known.</param>
internal sealed record HelpPanel(Guid AttemptId, Guid ReaderId, IReadOnlyList<HelpLine> Lines, HelpWait? Wait)
{
    /// <summary>One question at a time.</summary>
    public bool MayAsk => !Lines.Any(l => l.Request.LearnerId == ReaderId && l.Request.State != HelpState.Solved);
}
