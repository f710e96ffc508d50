using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;

namespace Academy.Evaluations.Absences;

/// <summary>What the rules do with points when an appointment does not go as promised.</summary>
internal sealed class Consequences(AcademyDb db, ICurriculum curriculum, IPeople people, Ledger ledger)
{
    /// <returns>The points that moved: none when nobody had paid, or had any left.</returns>
    public async Task<int> TakeEffectAsync(Incident incident, Evaluation evaluation, Work work, DateTimeOffset now, CancellationToken ct)
    {
        db.Add(incident);
        var rules = curriculum.Numbers().Points;
        var (workAccount, evaluator) = (PointAccount.OfWork(work.AttemptId), PointAccount.Of(evaluation.EvaluatorId));
        // Mentors have no points: whoever helps as part of their work neither earns nor loses any.
        var isMentor = (await people.MentorsAsync(ct)).Contains(evaluation.EvaluatorId);
        // What the learner paid for this one; nothing for a mentor's evaluation between two that differ.
        var paid = evaluation.Kind == EvaluationKind.Third ? 0 : rules.Cost;
        return incident.Kind switch
        {
            IncidentKind.LearnerAbsent => await MoveAsync(workAccount, isMentor ? PointAccount.Pool : evaluator, paid, PointReason.Present),
            IncidentKind.LearnerCancelledLate => await MoveAsync(workAccount, PointAccount.Pool, paid, PointReason.CancelledLate),
            IncidentKind.EvaluatorAbsent when !isMentor => await MoveAsync(evaluator, PointAccount.Pool, rules.Cost, PointReason.Absent),
            IncidentKind.EvaluatorCancelledLate when !isMentor => await MoveAsync(evaluator, PointAccount.Pool, rules.Cost, PointReason.CancelledLate),
            IncidentKind.EvaluatorSilent when !isMentor => await MoveAsync(evaluator, PointAccount.Pool, rules.Cost, PointReason.Silent),
            _ => 0,
        };

        // Whoever has nothing left loses nothing: nobody falls below 0.
        Task<int> MoveAsync(string from, string to, int points, PointReason reason) => ledger.MoveWhatIsThereAsync(
            from, to, points, new Cause(reason, incident.Id, work.AttemptId), rules, now, ct);
    }
}
