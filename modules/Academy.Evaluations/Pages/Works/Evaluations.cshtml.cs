using Academy.Evaluations.Booking;
using Academy.Evaluations.Works;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Pages.Works;

/// <summary>A learner finds evaluators for a work: chooses a time, or lets the academy look.</summary>
[Authorize(Permissions.HandIn)]
internal sealed class EvaluationsModel(
    ReadWork works, HandIn handIn, BookTime book, SearchEvaluator search, FreeTimes free, IStringLocalizer texts) : PageModel
{
    public WorkView View { get; private set; } = null!;

    /// <summary>Beginnings by day, on the learner's own clock. Nobody's name comes with them.</summary>
    public IReadOnlyList<IGrouping<DateOnly, DateTimeOffset>> Days { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await works.FindAsync(id, User.Id(), ct) is not { } view) return NotFound();
        if (view.Work is null) return Redirect($"/attempts/{id}");

        View = view;
        if (view.Work.Missing > 0)
        {
            var times = await free.ForAsync(view.Work, ct);
            Days = [.. times.Select(t => t.StartsAt).Distinct().GroupBy(at => DateOnly.FromDateTime(at.For(User).DateTime))];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostHandInAsync(Guid id, string commit, CancellationToken ct)
    {
        var outcome = await handIn.RunAsync(id, commit, User.Id(), ct);
        if (outcome.IsRefused) return Refuse(outcome.Refusal!, $"/attempts/{id}");

        TempData["Flash"] = texts["Handed in. Now choose when somebody looks at it with you, or let us find somebody."].Value;
        return Redirect($"/attempts/{id}/evaluations");
    }

    public async Task<IActionResult> OnPostBookAsync(Guid id, DateTimeOffset at, CancellationToken ct)
    {
        var outcome = await book.RunAsync(id, at, User.Id(), ct);
        if (outcome.IsRefused) return Refuse(outcome.Refusal!, $"/attempts/{id}/evaluations");

        TempData["Flash"] = texts["Booked: {0}.", at.For(User).Written()].Value;
        return Redirect("/appointments");
    }

    public async Task<IActionResult> OnPostSearchAsync(Guid id, bool on, CancellationToken ct)
    {
        var outcome = await search.RunAsync(id, on, User.Id(), ct);
        if (outcome.IsRefused) return Refuse(outcome.Refusal!, $"/attempts/{id}/evaluations");

        TempData["Flash"] = (on ? texts["We are looking for somebody. You will be told as soon as there is an appointment."] : texts["We have stopped looking."]).Value;
        return Redirect($"/attempts/{id}/evaluations");
    }

    private IActionResult Refuse(Refusal refusal, string back)
    {
        if (refusal.Status == 404) return NotFound();

        TempData["FlashError"] = texts.Say(refusal);
        return Redirect(back);
    }
}
