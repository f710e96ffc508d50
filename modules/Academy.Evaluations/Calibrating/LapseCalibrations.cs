using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Jobs;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Calibrating;

/// <summary>Whoever does not hand in a calibration in time loses nothing: nobody has waited for it.</summary>
internal sealed class LapseCalibrations(AcademyDb db, OneByOne each, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var late = await db.Set<Evaluation>()
            .Where(e => e.Kind == EvaluationKind.Calibration && e.EndsAt <= now && (e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay))
            .Select(e => e.Id)
            .ToListAsync(ct);
        await each.RunAsync(late, LapseAsync, ct);

        async Task LapseAsync(Guid id)
        {
            var evaluation = await db.Set<Evaluation>().SingleAsync(e => e.Id == id, ct);
            // Handed in at this very moment.
            if (evaluation.FallThrough(EvaluationState.Replaced, now).IsRefused) return;

            await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        }
    }
}
