using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Academy.Progress.Publishing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Progress.Pages.Publishing;

[Authorize(Permissions.Learn)]
internal sealed class EditModel(ReadProfile read, ChangeProfile change, SiteAddress site, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public ProfileForm Input { get; set; } = new();

    public OwnProfile Own { get; private set; } = null!;

    /// <summary>With the choices of the form.</summary>
    public ProfileView? Preview { get; private set; }

    /// <summary>Initials alone are shown, and the address says the name.</summary>
    public bool TellsName { get; private set; }

    public string Place => PlaceOf(Own.Address ?? "");

    public string PlaceOf(string address) => site.Of($"/p/{address}");

    public async Task OnGetAsync(CancellationToken ct)
    {
        Own = await read.OwnAsync(User.Id(), ct);
        Input = ProfileForm.Of(Own.Wish);
        await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostShowAsync(CancellationToken ct)
    {
        var outcome = await change.ShowAsync(User.Id(), Input.Wish, ct);
        return Say(outcome, "Your profile is on. Give its address to whom you like.") is { } done ? done : await AgainAsync(ct);
    }

    /// <summary>Nothing is saved; the choices stay in the form.</summary>
    public async Task<IActionResult> OnPostTryAsync(CancellationToken ct)
    {
        Own = await read.OwnAsync(User.Id(), ct);
        Input.Address = Own.WithoutName(Input.Wish).Address;
        ModelState.Remove("Input.Address");
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostHideAsync(CancellationToken ct) =>
        Say(await change.HideAsync(User.Id(), ct), "Your profile is off: nobody can see it any more.") is { } done ? done : await AgainAsync(ct);

    private RedirectToPageResult? Say(Outcome outcome, string done)
    {
        if (outcome.Refusal is not { } refusal)
        {
            TempData["Flash"] = texts[done].Value;
            return RedirectToPage();
        }

        this.Refused(refusal, texts, refusal == Refusals.AddressWrong || refusal == Refusals.AddressTaken ? "Input.Address" : "");
        return null;
    }

    private async Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        Own = await read.OwnAsync(User.Id(), ct);
        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Preview = await read.ShowAsync(User.Id(), Input.Wish, ct);
        TellsName = Input.Name == ShownName.Initials && await read.TellsNameAsync(User.Id(), Input.Address, ct);
    }
}

/// <summary>The choices as a form sends them.</summary>
internal sealed class ProfileForm
{
    public string? Address { get; set; }

    public ShownName Name { get; set; }

    public bool ShowsSkills { get; set; }

    public bool ShowsProjects { get; set; }

    public bool ShowsAchievements { get; set; }

    public bool IsFindable { get; set; }

    public ProfileWish Wish => new(Address, Name, ShowsSkills, ShowsProjects, ShowsAchievements, IsFindable);

    public static ProfileForm Of(ProfileWish wish) => new()
    {
        Address = wish.Address,
        Name = wish.Name,
        ShowsSkills = wish.ShowsSkills,
        ShowsProjects = wish.ShowsProjects,
        ShowsAchievements = wish.ShowsAchievements,
        IsFindable = wish.IsFindable,
    };
}
