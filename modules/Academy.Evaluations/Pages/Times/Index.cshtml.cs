using System.Globalization;
using System.Security.Claims;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Progress;
using Academy.Evaluations.Slots;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Pages.Times;

/// <summary>An evaluator's free times: the week to tick, and a form that says the same in words.</summary>
[Authorize(Permissions.Meet)]
internal sealed class IndexModel(
    ReadTimes times, OpenTimes open, ArrangeWeek arrange, EvaluatorChoices choices, WhoMayEvaluate who, ILearnerProgress progress, ICurriculum curriculum,
    IStringLocalizer texts)
    : PageModel
{
    [BindProperty]
    public TimeForm Input { get; set; } = new();

    public bool MayEvaluate { get; private set; }

    public bool IsPaused { get; private set; }

    public WeekView Week { get; private set; } = null!;

    public IReadOnlyList<WeeklyTime> Weekly { get; private set; } = [];

    public Evaluator Choices { get; private set; } = null!;

    public SlotRules Rules { get; private set; } = null!;

    private string Zone => User.FindFirstValue(LocalTime.ZoneClaim) ?? LocalTime.DefaultZone;

    public async Task OnGetAsync(DateOnly? week, bool all, CancellationToken ct)
    {
        Rules = curriculum.Numbers().Slots;
        MayEvaluate = await who.AnythingAsync(User.Id(), ct);
        IsPaused = (await progress.PausedAsync([User.Id()], ct)).Count > 0;
        Week = await times.WeekAsync(User.Id(), week, all, Zone, ct);
        Weekly = await times.WeeklyAsync(User.Id(), ct);
        Choices = await times.ChoicesAsync(User.Id(), ct);
        if (Input.Day == default) Input.Day = Week.FirstDay;
    }

    /// <summary>What the table offered is counted anew: nobody can close what they did not see.</summary>
    public async Task<IActionResult> OnPostWeekAsync(DateOnly week, bool all, [FromForm] string[] open, [FromForm] string[] shown, CancellationToken ct)
    {
        var outcome = await arrange.RunAsync(User.Id(), Moments(shown), Moments(open), ct);
        return Tell(outcome, "Your week is saved.", week, all);
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await open.RunAsync(User.Id(), new TimeWish(Input.Day, Input.From, Input.To, Input.Until), Zone, ct);
            if (!outcome.IsRefused) return Tell(outcome, "The time is open.", Input.Day, false);

            await OnGetAsync(Input.Day, false, ct);
            return this.Refused(outcome.Refusal!, texts);
        }

        await OnGetAsync(Input.Day, false, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostChooseAsync(int? perDay, bool takesRecorded, CancellationToken ct) =>
        Tell(await choices.ChooseAsync(User.Id(), perDay, takesRecorded, ct), "Your choice is saved.", null, false);

    public async Task<IActionResult> OnPostStopAsync(Guid weekly, CancellationToken ct) =>
        Tell(await choices.StopWeeklyAsync(User.Id(), weekly, ct), "It does not repeat any more. What is open already stays open.", null, false);

    private IActionResult Tell(Outcome outcome, string done, DateOnly? week, bool all)
    {
        if (outcome.Refusal?.Status == 404) return NotFound();

        if (outcome.IsRefused) TempData["FlashError"] = texts.Say(outcome.Refusal!);
        else TempData["Flash"] = texts[done].Value;
        return RedirectToPage(new { week = week?.ToString("O", CultureInfo.InvariantCulture), all = all ? "true" : null });
    }

    private static List<DateTimeOffset> Moments(string[] values) =>
    [
        .. values.Select(v => DateTimeOffset.TryParse(v, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : default)
            .Where(at => at != default),
    ];
}

internal sealed class TimeForm
{
    public DateOnly Day { get; set; }

    public TimeOnly From { get; set; } = new(18, 0);

    public TimeOnly To { get; set; } = new(19, 0);

    public DateOnly? Until { get; set; }
}
