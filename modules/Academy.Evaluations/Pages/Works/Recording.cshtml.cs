using Academy.Evaluations.Recorded;
using Academy.Evaluations.Works;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Academy.Evaluations.Pages.Works;

/// <summary>A learner sends a defence that needs no common time.</summary>
[Authorize(Permissions.HandIn)]
[TypeFilter<RecordingLimit>(Order = RecordingLimit.Order)]
internal sealed class RecordingModel(
    ReadWork works, SendRecording send, IOptions<EvaluationsOptions> options, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public RecordingForm Input { get; set; } = new();

    public WorkView View { get; private set; } = null!;

    public int Megabytes => options.Value.RecordingMegabytes;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();

        (Input.Link, Input.Text) = (View.Recording?.Link, View.Recording?.Text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();

        await using var video = Input.Video?.OpenReadStream();
        var outcome = await send.RunAsync(id, new RecordingWish(Input.Link, Input.Text, video, Input.Video?.ContentType, Input.DropsVideo), User.Id(), ct);
        if (outcome.IsRefused)
        {
            return this.Refused(outcome.Refusal!, texts);
        }

        TempData["Flash"] = texts["Your defence is there. Whoever may evaluate it can take it now."].Value;
        return Redirect($"/attempts/{id}/evaluations");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await works.FindAsync(id, User.Id(), ct) is not { Work: not null } view) return false;

        View = view;
        return true;
    }
}

internal sealed class RecordingForm
{
    public string? Link { get; set; }

    public string? Text { get; set; }

    public IFormFile? Video { get; set; }

    public bool DropsVideo { get; set; }
}
