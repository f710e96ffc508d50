using Academy.Evaluations.Absences;
using Academy.Evaluations.Appointments;
using Academy.Evaluations.Calendar;
using Academy.Evaluations.Recorded;
using Academy.Evaluations.Slots;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Permissions;
using Academy.Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Pages.Appointments;

/// <summary>Somebody's appointments, on both sides of them.</summary>
[Authorize(Permissions.Meet)]
internal sealed class IndexModel(
    ReadAppointments appointments, CancelAppointment cancel, ReportAbsence report, CalendarSecrets calendar, WhoMayEvaluate who,
    TakeRecording recordings, SiteAddress site, IStringLocalizer texts) : PageModel
{
    public IReadOnlyList<AppointmentView> Ahead { get; private set; } = [];

    public IReadOnlyList<AppointmentView> Over { get; private set; } = [];

    public DateTimeOffset? CalendarSince { get; private set; }

    /// <summary>Shown once, after it was made.</summary>
    public string? CalendarAddress { get; private set; }

    public bool MayEvaluate { get; private set; }

    public IReadOnlyList<RecordingOffer> Offers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Ahead = await appointments.AheadAsync(User.Id(), ct);
        Over = await appointments.OverAsync(User.Id(), ct);
        CalendarSince = await calendar.SinceAsync(User.Id(), ct);
        MayEvaluate = await who.AnythingAsync(User.Id(), ct);
        if (MayEvaluate) Offers = await recordings.OffersAsync(User.Id(), ct);
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid evaluation, CancellationToken ct) =>
        Tell(await cancel.RunAsync(evaluation, User.Id(), ct), "Done: it is cancelled, and the other side was told.");

    public async Task<IActionResult> OnPostAbsentAsync(Guid evaluation, CancellationToken ct) =>
        Tell(await report.RunAsync(evaluation, User.Id(), ct), "Thank you for having been there. It is noted, and the rules see to the rest.");

    public async Task<IActionResult> OnPostTakeAsync(Guid attempt, CancellationToken ct)
    {
        var outcome = await recordings.RunAsync(attempt, User.Id(), ct);
        return Tell(new Outcome(outcome.Refusal), "It is yours. Watch or read it, then fill in the rubric.");
    }

    public async Task<IActionResult> OnPostCalendarAsync(CancellationToken ct)
    {
        var outcome = await calendar.RenewAsync(User.Id(), ct);
        if (outcome.IsRefused) return Tell(new Outcome(outcome.Refusal), "");

        CalendarAddress = site.Of($"/calendar/{outcome.Value}.ics");
        await OnGetAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostForgetCalendarAsync(CancellationToken ct)
    {
        await calendar.RevokeAsync(User.Id(), ct);
        return Tell(Outcome.Done, "The address of your calendar leads nowhere now.");
    }

    private IActionResult Tell(Outcome outcome, string done)
    {
        if (outcome.Refusal?.Status == 404) return NotFound();

        if (outcome.IsRefused) TempData["FlashError"] = texts.Say(outcome.Refusal!);
        else TempData["Flash"] = texts[done].Value;
        return Redirect("/appointments");
    }
}
