using System.Globalization;
using Academy.Contracts.Accounts;
using Academy.Evaluations.Appointments;
using Academy.Evaluations.Evaluating;
using Academy.Kernel.Data;
using Academy.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Evaluations.Calendar;

/// <summary>
/// Somebody's appointments for their calendar program. Whoever has the address can read it, so it never holds a name or a
/// room, before the reveal or after.
/// </summary>
internal sealed class WriteCalendar(AcademyDb db, ReadAppointments appointments, IPeople people, SiteAddress site, IStringLocalizer texts)
{
    /// <summary>Null when there is no such feed, it was replaced, or its owner's account is closed.</summary>
    public async Task<string?> FindAsync(string secret, CancellationToken ct)
    {
        var hash = CalendarSecrets.Hash(secret);
        var personId = await db.Set<CalendarFeed>().Where(f => f.Hash == hash).Select(f => (Guid?)f.PersonId).SingleOrDefaultAsync(ct);
        if (personId is null) return null;

        if ((await people.FindAsync([personId.Value], ct)).GetValueOrDefault(personId.Value) is not { IsOpen: true } owner) return null;

        // Nobody is signed in here: the feed speaks the language of its owner.
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(owner.Language);

        var calendar = new CalendarText()
            .Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//Academy//Evaluations//EN")
            .Line("CALSCALE", "GREGORIAN").Line("METHOD", "PUBLISH")
            .Text("X-WR-CALNAME", texts["My appointments"]);
        foreach (var (evaluation, isEvaluator, project) in await appointments.ForCalendarAsync(personId.Value, ct))
            Write(calendar, evaluation, isEvaluator ? texts["I evaluate: {0}", project] : texts["My work is evaluated: {0}", project]);
        return calendar.Line("END", "VCALENDAR").ToString();
    }

    private void Write(CalendarText calendar, Evaluation evaluation, string summary) => calendar
        .Line("BEGIN", "VEVENT")
        .Line("UID", evaluation.CalendarId)
        .Line("SEQUENCE", evaluation.Sequence.ToString(CultureInfo.InvariantCulture))
        .Time("DTSTAMP", evaluation.ChangedAt)
        .Time("DTSTART", evaluation.StartsAt)
        .Time("DTEND", evaluation.EndsAt)
        .Text("SUMMARY", summary)
        .Line("URL", site.Of("/appointments"))
        .Line("STATUS", evaluation.State is EvaluationState.Cancelled or EvaluationState.NoShow or EvaluationState.Replaced ? "CANCELLED" : "CONFIRMED")
        .Line("END", "VEVENT");
}
