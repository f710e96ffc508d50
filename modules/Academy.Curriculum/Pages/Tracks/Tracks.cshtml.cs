using Academy.Contracts.Curriculum;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Curriculum.Pages.Tracks;

/// <summary>The choice between several tracks; with one there is nothing to choose.</summary>
[Authorize(Permissions.Read)]
internal sealed class TracksModel(ICurriculum curriculum) : PageModel
{
    public IReadOnlyList<Track> Tracks { get; private set; } = [];

    public IActionResult OnGet()
    {
        Tracks = curriculum.Current?.Tracks ?? [];
        return Tracks.Count > 1 ? Page() : Redirect("/track");
    }
}
