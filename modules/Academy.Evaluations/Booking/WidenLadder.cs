using Academy.Contracts.Curriculum;
using Academy.Evaluations.Matching;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Work = Academy.Evaluations.Works.Work;
using WorkState = Academy.Evaluations.Works.WorkState;

namespace Academy.Evaluations.Booking;

/// <summary>Whoever has waited long is offered more people, and at last a defence that needs no common time.</summary>
internal sealed class WidenLadder(AcademyDb db, ICurriculum curriculum, Tell tell, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var (now, rules) = (clock.GetUtcNow(), curriculum.Numbers().Matching);
        var first = now.AddHours(-rules.AlumniHours);
        var waiting = await db.Set<Work>()
            .Where(w => w.State == WorkState.Waiting && w.WaitingSince <= first && w.Rung != Rung.Recording)
            .ToListAsync(ct);
        foreach (var work in waiting)
        {
            var rung = rules.RungAfter(now - work.WaitingSince!.Value);
            if (rung == work.Rung) continue;

            work.Climb(rung);
            tell.Widened(work, (await curriculum.ProjectOfAsync(work, ct)).Title);
        }

        // Somebody was found for one of them at this moment: the next minute sees the others.
        await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
