using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Jobs;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Absences;

/// <summary>An evaluator who hands in nothing is replaced, and the learner waits no longer than they have to.</summary>
internal sealed class ReplaceSilent(
    AcademyDb db, ICurriculum curriculum, Consequences consequences, Tell tell, OneByOne each, TimeProvider clock)
{
    /// <returns>Whether anybody was replaced.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now.AddHours(-curriculum.Numbers().Appointments.SilentHours);
        // The time to hand in begins when both could meet, or when the staff brought it back. Nobody could meet who was never told whom.
        var silent = await db.Set<Evaluation>()
            .Where(e => e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay)
            .Where(e => e.Kind == EvaluationKind.Live || e.Kind == EvaluationKind.Third
                ? (e.RevealedAt == null && e.EndsAt <= now)
                    || (e.EndsAt <= since && e.RevealedAt <= since && !db.Set<Incident>().Any(i => i.EvaluationId == e.Id && i.UndoneAt > since))
                : e.EndsAt <= now)
            .Where(e => e.Kind != EvaluationKind.Calibration)
            .Select(e => e.Id)
            .ToListAsync(ct);
        var replaced = false;
        await each.RunAsync(silent, async id => replaced |= !(await ReplaceAsync(id, now, ct)).IsRefused, ct);
        return replaced;
    }

    private async Task<Outcome> ReplaceAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var evaluation = await db.Set<Evaluation>().SingleAsync(e => e.Id == id, ct);
        var work = await db.Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == evaluation.AttemptId, ct);
        // Told too late, because the site was down: they may well find each other another time.
        var isNobodysFault = evaluation.WasToldLate;
        var fell = evaluation.FallThrough(isNobodysFault ? EvaluationState.Cancelled : EvaluationState.Replaced, now);
        if (fell.IsRefused) return fell;

        work.LetGo(evaluation.WaitingSince, first: true);
        var title = (await curriculum.ProjectOfAsync(work, ct)).Title;
        // What the staff brought back has cost its point, and the staff has given it back.
        if (isNobodysFault || await db.Set<Incident>().AnyAsync(i => i.EvaluationId == id, ct))
        {
            tell.LetGo(work, evaluation, title);
        }
        else
        {
            var incident = new Incident(IncidentKind.EvaluatorSilent, evaluation.Id, work.AttemptId, evaluation.EvaluatorId, null, now);
            var moved = await consequences.TakeEffectAsync(incident, evaluation, work, now, ct);
            tell.Happened(work, evaluation, incident, moved, title);
        }

        // Handed in, or replaced by another machine, at this very moment.
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
