using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Booking;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Absences;

/// <summary>One side cannot come. Early enough it costs nothing.</summary>
internal sealed class CancelAppointment(
    AcademyDb db, ICurriculum curriculum, Consequences consequences, Tell tell, MatchingSignal signal, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid evaluationId, Guid personId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var evaluation = await db.Set<Evaluation>().SingleOrDefaultAsync(e => e.Id == evaluationId, ct);
        var work = evaluation is null ? null : await db.Set<Work>().Include(w => w.Members).SingleOrDefaultAsync(w => w.AttemptId == evaluation.AttemptId, ct);
        if (evaluation is null || work is null) return Refusals.UnknownAppointment;

        var byEvaluator = evaluation.EvaluatorId == personId;
        if (!byEvaluator && (evaluation.Kind == EvaluationKind.Calibration || !work.Has(personId))) return Refusals.UnknownAppointment;
        if (!byEvaluator && work.CaptainId != personId) return Refusals.OnlyTheCaptain;
        // Who evaluates a recording made no appointment, and gives it back at any time; nobody else waits for it meanwhile.
        if (evaluation.StartsAt <= now && !(byEvaluator && !evaluation.IsAppointment)) return Refusals.AlreadyBegun;

        var fell = evaluation.Cancel(personId, now);
        if (fell.IsRefused) return fell;

        // Nobody waits for a calibration, and nobody knows of it.
        if (evaluation.Kind == EvaluationKind.Calibration) return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);

        work.LetGo(byEvaluator ? evaluation.WaitingSince : now, first: byEvaluator);
        await db.FreeTimeAsync(evaluation, closeTime: byEvaluator, ct);
        var late = evaluation.IsAppointment && evaluation.StartsAt - now < TimeSpan.FromMinutes(curriculum.Numbers().Appointments.LateCancelMinutes);
        if (late)
        {
            var incident = byEvaluator
                ? new Incident(IncidentKind.EvaluatorCancelledLate, evaluation.Id, work.AttemptId, personId, null, now)
                : new Incident(IncidentKind.LearnerCancelledLate, evaluation.Id, work.AttemptId, work.CaptainId, null, now);
            await consequences.TakeEffectAsync(incident, evaluation, work, now, ct);
        }

        var title = (await curriculum.ProjectOfAsync(work, ct)).Title;
        if (byEvaluator) tell.CancelledByEvaluator(work, evaluation, title);
        else tell.CancelledByLearner(evaluation, title);
        var saved = await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        if (!saved.IsRefused) signal.Wake();
        return saved;
    }
}
