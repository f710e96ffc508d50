using Academy.Contracts.Grading;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Feedback;
using Academy.Evaluations.Reading;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Pages.Defences;

/// <summary>One evaluation: the evaluator fills in the rubric; afterwards both, and the staff who judge, read what came of it.</summary>
[Authorize(Permissions.Meet)]
internal sealed class DefenceModel(
    DefenceReader reader, WorkCode code, IGradings gradings, SaveSheet save, HandInEvaluation handIn, GiveFeedback giveFeedback,
    IAuthorizationService authorization, IStringLocalizer texts) : PageModel
{
    public DefenceView View { get; private set; } = null!;

    /// <summary>What was typed but could not be saved stands here in place of what was saved.</summary>
    public Sheet Sheet { get; private set; } = Sheet.Empty;

    public IReadOnlyList<ShownCard> Cards { get; private set; } = [];

    public IReadOnlyList<TestOutcome> Tests { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, null, ct) ? Page() : NotFound();

    /// <summary>Sent by the page while somebody types; the answer is the number that was saved.</summary>
    public async Task<IActionResult> OnPostDraftAsync(Guid id, [Bind(Prefix = "Input")] SheetForm form, CancellationToken ct)
    {
        var outcome = await save.RunAsync(id, User.Id(), form.Number, form.ToSheet(), ct);
        return outcome.Refusal is { } refusal
            ? new ObjectResult(new { text = texts.Say(refusal) }) { StatusCode = refusal.Status }
            : new JsonResult(new { number = form.Number });
    }

    public async Task<IActionResult> OnPostSaveAsync(Guid id, [Bind(Prefix = "Input")] SheetForm form, CancellationToken ct)
    {
        var outcome = await save.RunAsync(id, User.Id(), form.Number, form.ToSheet(), ct);
        if (outcome.Refusal is { } refusal) return await AgainAsync(id, form, refusal, ct);

        TempData["Flash"] = texts["Saved. You can go on whenever you like."].Value;
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostHandInAsync(Guid id, [Bind(Prefix = "Input")] SheetForm form, CancellationToken ct)
    {
        var outcome = await handIn.RunAsync(id, User.Id(), form.Number, form.ToSheet(), ct);
        if (outcome.Refusal is { } refusal) return await AgainAsync(id, form, refusal, ct);

        TempData["Flash"] = texts["Thank you: the evaluation is handed in."].Value;
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostFeedbackAsync(Guid id, int kind, int precise, int useful, string? text, CancellationToken ct)
    {
        var outcome = await giveFeedback.RunAsync(id, User.Id(), kind, precise, useful, text, ct);
        if (outcome.Refusal is not { } refusal)
        {
            TempData["Flash"] = texts["Thank you: the evaluator reads it without your name in their summary."].Value;
            return RedirectToPage(new { id });
        }

        if (refusal.Status == 404 || !await LoadAsync(id, null, ct)) return NotFound();

        View = View with { TypedFeedback = new TypedFeedback(kind, precise, useful, text) };
        ModelState.Clear();
        return this.Refused(refusal, texts);
    }

    private async Task<IActionResult> AgainAsync(Guid id, SheetForm form, Refusal refusal, CancellationToken ct)
    {
        if (refusal.Status == 404 || !await LoadAsync(id, form.ToSheet(), ct)) return NotFound();

        ModelState.Clear();
        return this.Refused(refusal, texts);
    }

    private async Task<bool> LoadAsync(Guid id, Sheet? typed, CancellationToken ct)
    {
        if (await reader.FindAsync(id, User.Id(), await authorization.MayAsync(User, Permissions.Oversee), ct) is not { } view) return false;

        (View, Sheet) = (view, typed ?? view.Sheet);
        if (!view.MayReadCode) return true;

        var grading = (await gradings.FinishedAsync(view.Work.AttemptId, ct)).FirstOrDefault(g => g.Commit == view.Work.Commit);
        if (grading is not null) Tests = await gradings.TestsAsync(grading.Id, ct);
        if (view.CanEvaluate) Cards = await code.CardsAsync(view.Work, ct);
        return true;
    }
}
