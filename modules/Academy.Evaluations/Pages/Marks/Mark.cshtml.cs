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

    private TypedDecision? Typed { get; set; }

    public bool MayJudge { get; private set; }

    public bool MayDecide { get; private set; }

    /// <summary>What was typed into a form and could not be sent; several appeals and cases may stand on one page.</summary>
    /// <param name="about">The appeal, the case, or the attempt that a new appeal is about.</param>
    public TypedDecision? TypedAbout(Guid about) => Typed?.About == about ? Typed : null;

    public async Task<IActionResult> OnGetAsync(Guid attemptId, CancellationToken ct) =>
        await LoadAsync(attemptId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAppealAsync(Guid attemptId, string? text, CancellationToken ct) =>
        await AfterAsync(attemptId, (await raise.RunAsync(attemptId, User.Id(), text, ct)).Refusal, new TypedDecision(attemptId, text), "Your appeal is on its way. Somebody else takes up the whole record.", ct);

    public async Task<IActionResult> OnPostStatementAsync(Guid attemptId, Guid caseId, string? text, CancellationToken ct) =>
        await AfterAsync(attemptId, (await answer.RunAsync(caseId, User.Id(), text, ct)).Refusal, new TypedDecision(caseId, text), "Thank you: the trainer who decides reads it.", ct);

    public async Task<IActionResult> OnPostJudgeAsync(Guid attemptId, Guid appealId, bool? isUpheld, int? percent, string? text, CancellationToken ct)
    {
        if (!await MayAsync(Permissions.Judge)) return Forbid();

        var refusal = isUpheld switch
        {
            null => Refusals.DecisionMissing,
            true when percent is null => Refusals.PercentMissing,
            _ => (await judge.RunAsync(appealId, User.Id(), isUpheld.Value ? percent : null, text, ct)).Refusal,
        };
        return await AfterAsync(attemptId, refusal, new TypedDecision(appealId, text, isUpheld, percent), "The appeal is judged.", ct);
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid attemptId, Guid caseId, bool? isUpheld, string? text, long? read, CancellationToken ct)
    {
        if (!await MayAsync(Permissions.DecideCases)) return Forbid();

        var refusal = isUpheld is null ? Refusals.DecisionMissing : (await decide.RunAsync(caseId, User.Id(), isUpheld.Value, text ?? "", ct, read)).Refusal;
        return await AfterAsync(attemptId, refusal, new TypedDecision(caseId, text, isUpheld), "The case is decided.", ct);
    }

    private async Task<IActionResult> AfterAsync(Guid attemptId, Refusal? refusal, TypedDecision typed, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Flash"] = texts[done].Value;
            return RedirectToPage(new { attemptId });
        }

        if (refusal.Status == 404 || !await LoadAsync(attemptId, ct)) return NotFound();

        Typed = typed;
        return this.Refused(refusal, texts);
    }

    private async Task<bool> LoadAsync(Guid attemptId, CancellationToken ct)
    {
        if (await reader.FindAsync(attemptId, User.Id(), await MayAsync(Permissions.Oversee), ct) is not { } view) return false;

        View = view;
        MayJudge = !view.IsMine && await MayAsync(Permissions.Judge);
        MayDecide = !view.IsMine && await MayAsync(Permissions.DecideCases);
        return true;
    }

    private Task<bool> MayAsync(string permission) => authorization.MayAsync(User, permission);
}

/// <param name="About">The appeal, the case, or the attempt that a new appeal is about.</param>
internal sealed record TypedDecision(Guid About, string? Text, bool? IsUpheld = null, int? Percent = null);
