using Academy.Contracts.Curriculum;
using Academy.Curriculum.Tracks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Curriculum.Pages.Tracks;

/// <summary>/track is the academy's only track; with several, each has its own address.</summary>
[Authorize(Permissions.Read)]
internal sealed class TrackModel(ICurriculum curriculum, ShowTrack showTrack) : PageModel
{
    /// <summary>Null while nothing is published.</summary>
    public TrackView? View { get; private set; }

    /// <summary>"list": without the map, for those who like it better.</summary>
    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    public bool IsList => As == "list";

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken ct)
    {
        if (curriculum.Current is not { } release) return slug is null ? Page() : NotFound();
        if (slug is null && release.Tracks.Count > 1) return Redirect("/tracks");

        var track = slug is null ? release.Tracks[0] : release.Tracks.FirstOrDefault(t => t.Slug == slug);
        if (track is null) return NotFound();
        View = await showTrack.RunAsync(release, track, User, ct);
        return Page();
    }
}
