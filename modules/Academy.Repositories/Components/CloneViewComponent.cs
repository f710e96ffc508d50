using Academy.Kernel.Web;
using Academy.Repositories.Browsing;
using Academy.Repositories.Git;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Repositories.Components;

/// <summary>Beside an attempt: where its repository is, and how to get at it.</summary>
internal sealed class CloneViewComponent(OpenRepository open, SiteAddress site) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid model)
    {
        var ct = HttpContext.RequestAborted;
        if (await open.RunAsync(model, UserClaimsPrincipal, ct) is not { } repository) return Content("");

        return View("/Pages/Browsing/Clone.cshtml", new ClonePanel(repository, site.Of(repository.Row.Path)));
    }
}

/// <param name="Repository">Whose panel it is.</param>
/// <param name="Address">To clone from.</param>
internal sealed record ClonePanel(OpenedRepository Repository, string Address);
