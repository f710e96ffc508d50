using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Jobs;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Appointments;

/// <summary>
/// Reminds both sides of an appointment, and shows them who the other is when it is time; without one, reminds the evaluator of
/// the day until which it has to be done. Each thing happens once, however often this runs.
/// </summary>
internal sealed class KeepAppointments(AcademyDb db, ICurriculum curriculum, Tell tell, OneByOne each, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var (now, rules) = (clock.GetUtcNow(), curriculum.Numbers().Appointments);
        var (farthest, all) = (now.AddMinutes(rules.ReminderMinutes.Append(rules.RevealMinutes).Max()), rules.ReminderMinutes.Count);
        var near = await db.Set<Evaluation>()
            .Where(e => e.Kind == EvaluationKind.Live || e.Kind == EvaluationKind.Third
                ? e.State == EvaluationState.Booked && e.RevealedAt == null && e.StartsAt <= farthest && e.EndsAt > now
                : (e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay) && e.Reminders < all && e.EndsAt <= farthest)
            .AsNoTracking()
            .ToListAsync(ct);
        var due = near.Where(e => RemindersDue(e, rules, now) > e.Reminders || IsToBeRevealed(e, rules, now)).Select(e => e.Id);
        await each.RunAsync(due, id => KeepAsync(id, rules, now, ct), ct);
    }

    private static int RemindersDue(Evaluation evaluation, AppointmentRules rules, DateTimeOffset now) =>
        rules.ReminderMinutes.Count(minutes => evaluation.DueAt.AddMinutes(-minutes) <= now);

    private static bool IsToBeRevealed(Evaluation evaluation, AppointmentRules rules, DateTimeOffset now) =>
        evaluation.IsAppointment && evaluation.StartsAt.AddMinutes(-rules.RevealMinutes) <= now;

    private async Task KeepAsync(Guid id, AppointmentRules rules, DateTimeOffset now, CancellationToken ct)
    {
        var evaluation = await db.Set<Evaluation>().SingleAsync(e => e.Id == id, ct);
        // Cancelled since the list was read: nobody is shown to anybody.
        if (!evaluation.IsAhead) return;

        var work = await db.Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == evaluation.AttemptId, ct);
        var title = (await curriculum.ProjectOfAsync(work, ct)).Title;

        var due = RemindersDue(evaluation, rules, now);
        if (due > evaluation.Reminders)
        {
            var minutes = rules.ReminderMinutes[due - 1];
            // Who has booked since then knows it without being reminded.
            if (evaluation.BookedAt < evaluation.DueAt.AddMinutes(-minutes) && now < evaluation.DueAt)
                tell.Reminded(work, evaluation, title, minutes);
            evaluation.Remind(due);
        }

        if (IsToBeRevealed(evaluation, rules, now))
        {
            evaluation.Reveal(now);
            tell.Revealed(work, evaluation, title);
        }

        // Cancelled at this very moment, or told by another machine.
        await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
