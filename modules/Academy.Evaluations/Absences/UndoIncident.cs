using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Absences;

/// <summary>
/// The staff takes back what a rule did: the points return, and an evaluation that was written off can still be handed in as
/// long as nobody else has taken its place, and its place is not a mentor's now.
/// </summary>
internal sealed class UndoIncident(
    AcademyDb db, ICurriculum curriculum, IPeople people, Ledger ledger, WorkPurse purse, Tell tell, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(Guid incidentId, Guid staffId, CancellationToken ct)
    {
        var (now, numbers) = (clock.GetUtcNow(), curriculum.Numbers());
        var rules = numbers.Points;
        var incident = await db.Set<Incident>().SingleOrDefaultAsync(i => i.Id == incidentId, ct);
        if (incident is null) return Refusals.UnknownIncident;
        if (incident.AgainstId == staffId) return Refusals.OwnIncident;

        var undone = incident.Undo(staffId, now);
        if (undone.IsRefused) return undone;

        var work = await db.Set<Work>().Include(w => w.Members).SingleAsync(w => w.AttemptId == incident.AttemptId, ct);
        var evaluation = await db.Set<Evaluation>().SingleAsync(e => e.Id == incident.EvaluationId, ct);
        var entries = await db.Set<LedgerEntry>().Where(e => e.SubjectId == incidentId).ToListAsync(ct);
        await ledger.ReverseAsync(entries, new Cause(PointReason.Undone, incidentId, incident.AttemptId), rules, now, ct);
        if (work.State == WorkState.Decided) await purse.GiveBackAsync(work, $"/{incidentId}", 0, rules, now, ct);
        var project = await curriculum.ProjectOfAsync(work, ct);
        if (evaluation.State is EvaluationState.NoShow or EvaluationState.Replaced
            // The learner may have booked the same person again.
            && !await db.Set<Evaluation>().AnyAsync(e => e.AttemptId == work.AttemptId && e.EvaluatorId == evaluation.EvaluatorId && e.IsHeld, ct)
            && (!project.Evaluation!.NeedsMentor(work) || (await people.MentorsAsync(ct)).Contains(evaluation.EvaluatorId))
            && !work.Hold().IsRefused)
        {
            evaluation.BringBack(now.AddHours(numbers.Appointments.RecordedWithinHours), now);
        }

        tell.Undone(evaluation, incident, entries.Sum(e => e.Points), project.Title);
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
