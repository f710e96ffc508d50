using Academy.Evaluations.Helping;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Pages.Help;

[Authorize(Permissions.ReadHelp)]
internal sealed class RequestModel(HelpReader read, HelpCode code, KeepHelp keep, TalkAboutHelp talk, IStringLocalizer texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Kept when it was refused.</summary>
    [BindProperty]
    public string? Text { get; set; }

    public HelpThread Thread { get; private set; } = null!;

    public CodeExcerpt? Code { get; private set; }

    /// <summary>The learner who asked.</summary>
    public bool IsMine => Thread.Request.LearnerId == User.Id();

    public bool IsMentor => User.Has(Role.Mentor | Role.Trainer) && !IsMine;

    public bool IsKeptByMe => Thread.KeeperId == User.Id();

    public bool MayWrite => Thread.Request.State switch
    {
        HelpState.Solved => false,
        HelpState.Answered => IsMine || (IsMentor && Thread.Request.MentorId == User.Id()),
        _ => IsMine || IsKeptByMe,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct) =>
        User.Has(Role.Mentor | Role.Trainer) ? Done(await keep.TakeAsync(Id, User.Id(), ct)) : Forbid();

    public async Task<IActionResult> OnPostLetGoAsync(CancellationToken ct) =>
        User.Has(Role.Mentor | Role.Trainer) ? Done(await keep.LetGoAsync(Id, User.Id(), ct)) : Forbid();

    public async Task<IActionResult> OnPostSolvedAsync(CancellationToken ct) => Done(await talk.SolveAsync(Id, User.Id(), ct));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await talk.WriteAsync(Id, User.Id(), User.Has(Role.Mentor | Role.Trainer), Text, ct);
        if (outcome.Refusal is not { } refusal) return RedirectToPage();
        if (!await ShowAsync(ct)) return NotFound();

        return this.Refused(refusal, texts);
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        if (await read.FindAsync(Id, User, ct) is not { } thread) return false;

        Thread = thread;
        Code = await code.ReadAsync(thread.Request.AttemptId, new HelpPlace(thread.Request.Commit, thread.Request.Path, thread.Request.Line), ct);
        return true;
    }

    private RedirectToPageResult Done(Outcome outcome)
    {
        if (outcome.Refusal is { } refusal) TempData["FlashError"] = texts.Say(refusal);
        return RedirectToPage();
    }
}
