using System.ComponentModel.DataAnnotations;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Repositories.Browsing;
using Academy.Repositories.Elsewhere;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Repositories.Pages.Browsing;

[Authorize(Permissions.Read)]
internal sealed class ElsewhereModel(
    OpenRepository open, LinkElsewhere link, HandInElsewhere handIn, AcademyDb db, IStringLocalizer texts) : RepositoryPage(open)
{
    private const int Shown = 10;

    [BindProperty, StringLength(ElsewhereAddress.MaxLength)]
    public string? Address { get; set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Mirroring> HandIns { get; private set; } = [];

    public bool IsWaiting => HandIns.Any(h => !h.IsOver);

    public async Task<IActionResult> OnGetAsync(Guid attemptId, CancellationToken ct)
    {
        if (!await ReadAsync(attemptId, ct)) return NotFound();

        Address = Repository.Row.ElsewhereUrl;
        return Page();
    }

    public async Task<IActionResult> OnPostLinkAsync(Guid attemptId, CancellationToken ct) =>
        await AfterAsync(attemptId, await link.RunAsync(attemptId, User.Id(), Address, ct), ct);

    public async Task<IActionResult> OnPostHandInAsync(Guid attemptId, CancellationToken ct) =>
        await AfterAsync(attemptId, await handIn.RunAsync(attemptId, User.Id(), ct), ct);

    private async Task<IActionResult> AfterAsync(Guid attemptId, Outcome outcome, CancellationToken ct)
    {
        if (!outcome.IsRefused) return Redirect($"/attempts/{attemptId}/external");
        if (outcome.Refusal!.Status == StatusCodes.Status404NotFound || !await ReadAsync(attemptId, ct)) return NotFound();

        return this.Refused(outcome.Refusal, texts, nameof(Address));
    }

    private async Task<bool> ReadAsync(Guid attemptId, CancellationToken ct)
    {
        if (!await OpenAsync(attemptId, null, ct)) return false;

        HandIns = await db.Set<Mirroring>().AsNoTracking()
            .Where(m => m.AttemptId == attemptId).OrderByDescending(m => m.RequestedAt).Take(Shown).ToListAsync(ct);
        return true;
    }
}
