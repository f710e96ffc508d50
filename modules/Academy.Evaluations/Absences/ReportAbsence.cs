using Academy.Contracts.Curriculum;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Absences;

/// <summary>Whoever is there says that the other is not.</summary>
internal sealed class ReportAbsence(
    AcademyDb db, ICurriculum curriculum, Consequences consequences, Tell tell, MatchingSignal signal, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid evaluationId, Guid personId, CancellationToken ct)
    {
        // Accounts and works move for other reasons as well: whoever comes second looks again, as long as there is time.
        var outcome = await db.RetryAsync(Refusals.JustChanged, () => ReportAsync(evaluationId, personId, ct));
        if (!outcome.IsRefused) signal.Wake();
        return outcome;
    }

    private async Task<Outcome> ReportAsync(Guid evaluationId, Guid personId, CancellationToken ct)
    {
        var (now, rules) = (clock.GetUtcNow(), curriculum.Numbers().Appointments);
        var evaluation = await db.Set<Evaluation>().SingleOrDefaultAsync(e => e.Id == evaluationId, ct);
        var work = evaluation is null ? null : await db.Set<Work>().Include(w => w.Members).SingleOrDefaultAsync(w => w.AttemptId == evaluation.AttemptId, ct);
        if (evaluation is null || work is null) return Refusals.UnknownAppointment;

        var byEvaluator = evaluation.EvaluatorId == personId;
        if (!evaluation.IsAppointment || (!byEvaluator && !work.Has(personId))) return Refusals.UnknownAppointment;
        if (evaluation.MeetsAt is not { } meetsAt || now < meetsAt.AddMinutes(rules.NoShowMinutes)) return Refusals.NotYetAbsent.With(rules.NoShowMinutes);
        if (now > evaluation.EndsAt) return Refusals.TooLateToReport;
        // Else a defence that goes badly could be made to vanish.
        if (!byEvaluator && await db.Set<EvaluationSheet>().AnyAsync(s => s.EvaluationId == evaluationId && s.SavedAt > meetsAt, ct)) return Refusals.EvaluatorWasThere;

        var fell = evaluation.FallThrough(evaluation.WasToldLate ? EvaluationState.Cancelled : EvaluationState.NoShow, now);
        if (fell.IsRefused) return fell;

        var title = (await curriculum.ProjectOfAsync(work, ct)).Title;
        if (evaluation.WasToldLate)
        {
            // Told too late, because the site was down: nobody is to blame.
            work.LetGo(evaluation.WaitingSince, first: true);
            tell.LetGo(work, evaluation, title);
            return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        }

        // Who was let down is found somebody before everybody else; who did not come waits anew.
        work.LetGo(byEvaluator ? now : evaluation.WaitingSince, first: !byEvaluator);
        var incident = byEvaluator
            ? new Incident(IncidentKind.LearnerAbsent, evaluation.Id, work.AttemptId, work.CaptainId, personId, now)
            : new Incident(IncidentKind.EvaluatorAbsent, evaluation.Id, work.AttemptId, evaluation.EvaluatorId, personId, now);
        var moved = await consequences.TakeEffectAsync(incident, evaluation, work, now, ct);
        tell.Happened(work, evaluation, incident, moved, title);
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
