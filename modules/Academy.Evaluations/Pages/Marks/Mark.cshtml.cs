using Academy.Evaluations.Appeals;
using Academy.Evaluations.Cases;
using Academy.Evaluations.Reading;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Pages.Marks;

/// <summary>How a mark comes about, and what one can do when one finds it unfair.</summary>
[Authorize(Permissions.ReadMarks)]
internal sealed class MarkModel(
    MarkReader reader, RaiseAppeal raise, AnswerCase answer, JudgeAppeal judge, DecideCase decide, IAuthorizationService authorization,
    IStringLocalizer texts) : PageModel
{
    public MarkView View { get; private set; } = null!;

    /// <summary>Kept when it could not be sent.</summary>
    public string? Typed { get; private set; }

    public bool MayJudge { get; private set; }

    public bool MayDecide { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid attemptId, CancellationToken ct) =>
        await LoadAsync(attemptId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAppealAsync(Guid attemptId, string? text, CancellationToken ct) =>
        await AfterAsync(attemptId, (await raise.RunAsync(attemptId, User.Id(), text, ct)).Refusal, text, "Your appeal is on its way. Somebody else takes up the whole record.", ct);

    public async Task<IActionResult> OnPostStatementAsync(Guid attemptId, Guid caseId, string? text, CancellationToken ct) =>
        await AfterAsync(attemptId, (await answer.RunAsync(caseId, User.Id(), text, ct)).Refusal, text, "Thank you: the trainer who decides reads it.", ct);

    public async Task<IActionResult> OnPostJudgeAsync(Guid attemptId, Guid appealId, bool isUpheld, int? percent, string? text, CancellationToken ct)
    {
        if (!await MayAsync(Permissions.Judge)) return Forbid();

        var refusal = isUpheld && percent is null
            ? Refusals.PercentMissing
            : (await judge.RunAsync(appealId, User.Id(), isUpheld ? percent : null, text, ct)).Refusal;
        return await AfterAsync(attemptId, refusal, text, "The appeal is judged.", ct);
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid attemptId, Guid caseId, bool isUpheld, string? text, CancellationToken ct)
    {
        if (!await MayAsync(Permissions.DecideCases)) return Forbid();

        return await AfterAsync(attemptId, (await decide.RunAsync(caseId, User.Id(), isUpheld, text ?? "", ct)).Refusal, text, "The case is decided.", ct);
    }

    private async Task<IActionResult> AfterAsync(Guid attemptId, Refusal? refusal, string? typed, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Flash"] = texts[done].Value;
            return RedirectToPage(new { attemptId });
        }

        if (refusal.Status == 404 || !await LoadAsync(attemptId, ct)) return NotFound();

        Typed = typed;
        ModelState.AddRefusal(refusal, texts);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid attemptId, CancellationToken ct)
    {
        if (await reader.FindAsync(attemptId, User.Id(), await MayAsync(Permissions.Oversee), ct) is not { } view) return false;

        View = view;
        MayJudge = !view.IsMine && await MayAsync(Permissions.Judge);
        MayDecide = !view.IsMine && await MayAsync(Permissions.DecideCases);
        return true;
    }

    private async Task<bool> MayAsync(string permission) => (await authorization.AuthorizeAsync(User, permission)).Succeeded;
}
