using Academy.Evaluations.Evaluating;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Calibrating;

/// <summary>Whoever does not hand in a calibration in time loses nothing: nobody has waited for it.</summary>
internal sealed class LapseCalibrations(AcademyDb db, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var late = await db.Set<Evaluation>()
            .Where(e => e.Kind == EvaluationKind.Calibration && e.EndsAt <= now && (e.State == EvaluationState.Booked || e.State == EvaluationState.UnderWay))
            .ToListAsync(ct);
        foreach (var evaluation in late) evaluation.FallThrough(EvaluationState.Replaced, now);

        // Handed in at this very moment: the next minute sees the others.
        await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
