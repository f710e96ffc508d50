using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages;

/// <summary>What a person sees when a request failed, whatever its method was.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    public string Reference => ErrorReference.Of(HttpContext);

    internal ErrorWords Words => ErrorWords.Of(Status);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Status is < 400 or > 599) Status = StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        // What is broken may be what the parts of other modules need.
        if (Status >= 500) ViewData["PageFailed"] = true;
    }
}
