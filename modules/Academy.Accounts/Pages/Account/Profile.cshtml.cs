using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Academy.Accounts.People;
using Academy.Accounts.Profile;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Accounts.Pages.Account;

[Authorize(Permissions.Self)]
internal sealed class ProfileModel(ChangeProfile change, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string Email { get; private set; } = "";

    /// <summary>"Paris, 14:05": the place and the time there now, by which people recognise their zone.</summary>
    public string Describe(string zone)
    {
        var place = zone[(zone.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('_', ' ').Replace("/", ", ", StringComparison.Ordinal);
        var there = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone));
        return $"{place}, {there.ToString("HH:mm", CultureInfo.CurrentCulture)}";
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = await ReadAsync(ct);
        Input = new Form { Name = me.Name, Language = me.Language, TimeZone = me.TimeZone, Speaks = [.. SpokenLanguages.Of(me.Language, me.OtherLanguages)] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        if (!ModelState.IsValid) return Page();

        var outcome = await change.RunAsync(User.Id(), Input.Name, Input.Language, Input.TimeZone, Input.Speaks, ct);
        if (outcome.Refusal is { } refusal) return this.Refused(refusal, texts);

        Preferences.KeepLanguage(HttpContext, Input.Language);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Input.Language);
        TempData["Flash"] = texts["Your profile is saved."].Value;
        return RedirectToPage();
    }

    private async Task<People.User> ReadAsync(CancellationToken ct)
    {
        var me = await change.ReadAsync(User.Id(), ct);
        Email = me.Email!;
        return me;
    }

    internal sealed class Form
    {
        [Required, StringLength(People.User.LongestName)]
        public string Name { get; set; } = "";

        [Required, StringLength(5)]
        public string Language { get; set; } = Languages.Default;

        /// <summary>The language of the pages is always one of them.</summary>
        public List<string> Speaks { get; set; } = [];

        [Required, StringLength(60)]
        public string TimeZone { get; set; } = LocalTime.DefaultZone;
    }
}
