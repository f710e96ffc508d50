using System.Globalization;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Academy.Progress.Pace;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Progress.Pages.Pace;

[Authorize(Permissions.Learn)]
internal sealed class PaceModel(ReadPace read, ChangePace change, IStringLocalizer texts, TimeProvider clock) : PageModel
{
    private static readonly int[] Usual = [5, 10, 15, 20, 30, 35];

    public PaceView? View { get; private set; }

    /// <summary>What was typed, kept when it is refused.</summary>
    public string? Hours { get; private set; }

    public string? Until { get; private set; }

    public string? Words { get; private set; }

    public IEnumerable<int> Choices => Usual.Where(h => h >= View!.Rules.LeastWeeklyHours && h <= View.Rules.MostWeeklyHours);

    public async Task OnGetAsync(CancellationToken ct) => View = await read.ForAsync(User.Id(), ct);

    public Task<IActionResult> OnPostHoursAsync(string? hours, CancellationToken ct)
    {
        Hours = hours;
        // What is no number is out of bounds, too.
        return DoAsync(change.ChooseHoursAsync(User.Id(), int.TryParse(hours, CultureInfo.InvariantCulture, out var number) ? number : 0, ct), ct);
    }

    /// <param name="days">0: without an end.</param>
    /// <param name="until">A day in the learner's time zone: the pause lasts through it.</param>
    public Task<IActionResult> OnPostPauseAsync(int? days, string? until, CancellationToken ct)
    {
        Until = until;
        DateTimeOffset? end = days is > 0 and <= 366 ? clock.GetUtcNow().AddDays(days.Value)
            : DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
                ? day.AddDays(1).StartIn(User.Zone())
                : null;
        // Only whoever says so pauses without an end.
        return DoAsync(end is null && days != 0 ? Task.FromResult<Outcome>(Refusals.PauseWithoutDay) : change.PauseAsync(User.Id(), end, ct), ct);
    }

    public Task<IActionResult> OnPostResumeAsync(CancellationToken ct) => DoAsync(change.ResumeAsync(User.Id(), ct), ct, "/");

    public Task<IActionResult> OnPostBackAsync(CancellationToken ct) => DoAsync(change.BeBackAsync(User.Id(), ct), ct, "/");

    public Task<IActionResult> OnPostWelcomeAsync(string? words, CancellationToken ct)
    {
        Words = words;
        return DoAsync(change.WelcomeAsync(User.Id(), words, ct), ct);
    }

    private async Task<IActionResult> DoAsync(Task<Outcome> doing, CancellationToken ct, string then = "/pace")
    {
        var outcome = await doing;
        if (!outcome.IsRefused) return Redirect(then);

        await OnGetAsync(ct);
        return this.Refused(outcome.Refusal!, texts);
    }
}
