using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Absences;

/// <summary>An evaluator who hands in nothing is replaced, and the learner waits no longer than they have to.</summary>
internal sealed class ReplaceSilent(AcademyDb db, ICurriculum curriculum, Consequences consequences, Tell tell, TimeProvider clock)
{
    /// <returns>Whether anybody was replaced.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var silentSince = now.AddHours(-curriculum.Numbers().Appointments.SilentHours);
        // What the staff brought back after an incident has no such end: they have it in hand.
        var silent = await db.Set<Evaluation>()
            .Where(e => e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay)
            .Where(e => e.Kind == EvaluationKind.Live || e.Kind == EvaluationKind.Third ? e.EndsAt <= silentSince : e.EndsAt <= now)
            .Where(e => e.Kind != EvaluationKind.Calibration && !db.Set<Incident>().Any(i => i.EvaluationId == e.Id))
            .Select(e => e.Id)
            .ToListAsync(ct);
        var replaced = false;
        foreach (var id in silent)
        {
            db.ChangeTracker.Clear();
            replaced |= !(await ReplaceAsync(id, now, ct)).IsRefused;
        }

        return replaced;
    }

    private async Task<Outcome> ReplaceAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var evaluation = await db.Set<Evaluation>().SingleAsync(e => e.Id == id, ct);
        var work = await db.Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == evaluation.AttemptId, ct);
        var fell = evaluation.FallThrough(EvaluationState.Replaced, now);
        if (fell.IsRefused) return fell;

        work.LetGo(evaluation.WaitingSince, first: true);
        var incident = new Incident(IncidentKind.EvaluatorSilent, evaluation.Id, work.AttemptId, evaluation.EvaluatorId, null, now);
        await consequences.TakeEffectAsync(incident, evaluation, work, now, ct);
        tell.Happened(work, evaluation, incident, (await curriculum.ProjectOfAsync(work, ct)).Title);
        // Handed in, or replaced by another machine, at this very moment.
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
