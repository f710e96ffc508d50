using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Evaluations;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Points;
using Academy.Kernel.Data;
using Academy.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Reactions;

/// <summary>Pays whoever evaluated, from what the learner paid; once, since the ledger knows the evaluation.</summary>
internal sealed class WhenEvaluationCompleted(
    AcademyDb db, ICurriculum curriculum, IPeople people, Ledger ledger, TimeProvider clock) : IReaction<EvaluationCompleted>
{
    public async Task RunAsync(EvaluationCompleted happened, CancellationToken ct)
    {
        var (now, rules) = (clock.GetUtcNow(), curriculum.Numbers().Points);
        var kind = await db.Set<Evaluation>().Where(e => e.Id == happened.EvaluationId).Select(e => (EvaluationKind?)e.Kind).SingleOrDefaultAsync(ct);
        // A mentor's evaluation between two that differ, and what the staff slipped in, nobody paid for.
        var paid = kind is EvaluationKind.Live or EvaluationKind.Recorded or EvaluationKind.Written ? rules.Cost : 0;
        if (await db.Set<LedgerEntry>().AnyAsync(e => e.Reason == PointReason.Evaluated && e.SubjectId == happened.EvaluationId, ct)) return;

        var cause = new Cause(PointReason.Evaluated, happened.EvaluationId, happened.AttemptId);
        var work = PointAccount.OfWork(happened.AttemptId);
        if ((await people.MentorsAsync(ct)).Contains(happened.EvaluatorId))
        {
            await ledger.MoveWhatIsThereAsync(work, PointAccount.Pool, paid, cause, rules, now, ct);
        }
        else
        {
            var evaluator = PointAccount.Of(happened.EvaluatorId);
            var missing = rules.Reward - await ledger.MoveWhatIsThereAsync(work, evaluator, Math.Min(paid, rules.Reward), cause, rules, now, ct);
            await ledger.MoveWhatIsThereAsync(work, PointAccount.Pool, paid - Math.Min(paid, rules.Reward), cause, rules, now, ct);
            // Every evaluation earns the same: whatever was paid before the price rose, and however little is in the pool.
            if (kind != EvaluationKind.Calibration) missing -= await ledger.MoveWhatIsThereAsync(PointAccount.Pool, evaluator, missing, cause, rules, now, ct);
            await ledger.MoveWhatIsThereAsync(PointAccount.Issue, evaluator, missing, cause, rules, now, ct);
        }

        await db.SaveChangesAsync(ct);
    }
}
