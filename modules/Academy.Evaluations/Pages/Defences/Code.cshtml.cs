using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Reading;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Pages.Defences;

/// <summary>The frozen commit, file by file, with what the evaluator says about its lines.</summary>
[Authorize(Permissions.Meet)]
internal sealed class CodeModel(
    DefenceReader reader, WorkCode code, CommentLine comment, IAuthorizationService authorization, IStringLocalizer texts) : PageModel
{
    public DefenceView View { get; private set; } = null!;

    public IReadOnlyList<WorkFile> Files { get; private set; } = [];

    /// <summary>Null when the commit has no file at all.</summary>
    public SourceFile? Shown { get; private set; }

    /// <summary>The line about which the evaluator is writing; 0: none.</summary>
    public int Line { get; private set; }

    /// <summary>Kept when it could not be saved.</summary>
    public string? Typed { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? path, int line, CancellationToken ct)
    {
        if (!await LoadAsync(id, path, line, ct)) return NotFound();

        // Each file has an address of its own, to which its forms are sent.
        return path is null && Shown is not null ? Redirect(AddressOf(id, Shown.Path)) : Page();
    }

    public async Task<IActionResult> OnPostCommentAsync(Guid id, string? path, int line, Guid commentId, string? text, CancellationToken ct)
    {
        if (path is null) return NotFound();

        var outcome = await comment.AddAsync(commentId, id, User.Id(), path, line, text, ct);
        if (outcome.Refusal is { } refusal)
        {
            if (refusal.Status == 404 || !await LoadAsync(id, path, line, ct)) return NotFound();
            Typed = text;
            return this.Refused(refusal, texts);
        }

        return Redirect($"{AddressOf(id, path)}#L{line}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, string? path, int line, Guid commentId, CancellationToken ct)
    {
        if (path is null) return NotFound();

        var outcome = await comment.RemoveAsync(commentId, id, User.Id(), ct);
        if (outcome.Refusal is { Status: 404 }) return NotFound();

        if (outcome.Refusal is { } refusal) TempData["FlashError"] = texts.Say(refusal);
        return Redirect($"{AddressOf(id, path)}#L{line}");
    }

    public static string AddressOf(Guid id, string path) =>
        $"/defences/{id}/code/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    private async Task<bool> LoadAsync(Guid id, string? path, int line, CancellationToken ct)
    {
        if (await reader.FindAsync(id, User.Id(), await authorization.MayAsync(User, Permissions.Oversee), ct) is not { MayReadCode: true } view) return false;

        (View, Files) = (view, await code.FilesAsync(view.Work, ct));
        path = string.IsNullOrEmpty(path) ? Files.Count > 0 ? Files[0].Path : null : path;
        if (path is null) return true;

        Shown = await code.OpenAsync(view.Work, path, ct);
        Line = view.CanEvaluate ? line : 0;
        return Shown is not null;
    }
}
