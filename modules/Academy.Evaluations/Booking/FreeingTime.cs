using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Slots;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Booking;

internal static class FreeingTime
{
    /// <summary>Both sides are free again at the time of an appointment that does not take place.</summary>
    /// <param name="db">Saved by whoever calls.</param>
    /// <param name="evaluation">The appointment.</param>
    /// <param name="closeTime">The evaluator does not offer that time any more.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task FreeTimeAsync(this AcademyDb db, Evaluation evaluation, bool closeTime, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<BusyTime>().Where(b => b.EvaluationId == evaluation.Id).ToListAsync(ct));
        var units = await db.Set<OpenUnit>().Where(u => u.EvaluationId == evaluation.Id).ToListAsync(ct);
        if (closeTime) db.RemoveRange(units);
        else units.ForEach(u => u.Free());
    }
}
