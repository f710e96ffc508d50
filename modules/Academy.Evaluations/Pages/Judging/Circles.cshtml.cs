using Academy.Evaluations.Circles;
using Academy.Evaluations.Reading;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Pages.Judging;

/// <summary>People who evaluate each other in a circle, all generously: a question for a trainer, not an answer.</summary>
[Authorize(Permissions.DecideCases)]
internal sealed class CirclesModel(CircleReader reader, ReviewCircle review, IStringLocalizer texts) : PageModel
{
    public CircleView View { get; private set; } = null!;

    /// <summary>The circle about which something was typed that could not be kept.</summary>
    public string? Circle { get; private set; }

    public string? Typed { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => View = await reader.RunAsync(User.Id(), ct);

    /// <param name="decision">"nothing", or the attempt about which a case is opened.</param>
    public async Task<IActionResult> OnPostAsync(string? circle, string? decision, string? text, CancellationToken ct)
    {
        Guid? attempt = Guid.TryParse(decision, out var id) ? id : null;
        Outcome outcome = attempt is null && decision != "nothing"
            ? Refusals.NoSuchAnswer
            : await review.RunAsync(circle ?? "", attempt, text, User.Id(), ct);
        if (outcome.Refusal is not { } refusal)
        {
            TempData["Flash"] = texts[attempt is null ? "Kept: looked at, nothing of it." : "The case is open. The learners were asked for their side."].Value;
            return RedirectToPage();
        }

        (Circle, Typed) = (circle, text);
        await OnGetAsync(ct);
        return this.Refused(refusal, texts);
    }
}
