using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Booking;

/// <summary>A learner chooses a time, without knowing whose it is. Of several people, the one with the least to do is taken.</summary>
internal sealed class BookTime(AcademyDb db, FreeTimes free, Appoint appoint)
{
    private const int Tries = 5;

    public async Task<Outcome<Guid>> RunAsync(Guid attemptId, DateTimeOffset startsAt, Guid learnerId, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var work = await db.Set<Work>().Include(w => w.Members).SingleOrDefaultAsync(w => w.AttemptId == attemptId, ct);
            if (work is null || !work.Has(learnerId)) return Refusals.UnknownWork;
            if (work.CaptainId != learnerId) return Refusals.OnlyTheCaptain;
            if (await BookedAsync(attemptId, startsAt, ct) is { } booked) return booked;
            if (work.Missing == 0) return Refusals.NothingMissing;

            var chosen = (await free.ForAsync(work, ct))
                .Where(t => t.StartsAt == startsAt)
                .OrderBy(t => t.HaveMet).ThenBy(t => t.IsMentor).ThenBy(t => t.Load).ThenBy(t => t.EvaluatorId)
                .FirstOrDefault();
            if (chosen is null) return Refusals.TimeTaken;

            var outcome = await appoint.RunAsync(attemptId, chosen.EvaluatorId, startsAt, ct);
            if (outcome.Refusal?.Code != Refusals.TimeTaken.Code || attempt == Tries) return outcome;

            // Somebody was faster with this evaluator; another one may be there at the same time.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The same press, sent twice, books once.</summary>
    private Task<Guid?> BookedAsync(Guid attemptId, DateTimeOffset startsAt, CancellationToken ct) => db.Set<Evaluation>()
        .Where(e => e.AttemptId == attemptId && e.StartsAt == startsAt && e.IsHeld && (e.Kind == EvaluationKind.Live || e.Kind == EvaluationKind.Third))
        .Select(e => (Guid?)e.Id).FirstOrDefaultAsync(ct);
}
