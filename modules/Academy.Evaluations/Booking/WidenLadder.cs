using Academy.Contracts.Curriculum;
using Academy.Evaluations.Jobs;
using Academy.Evaluations.Matching;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Work = Academy.Evaluations.Works.Work;
using WorkState = Academy.Evaluations.Works.WorkState;

namespace Academy.Evaluations.Booking;

/// <summary>Whoever has waited long is offered more people, and at last a defence that needs no common time.</summary>
internal sealed class WidenLadder(AcademyDb db, ICurriculum curriculum, Tell tell, OneByOne each, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var (now, rules) = (clock.GetUtcNow(), curriculum.Numbers().Matching);
        var first = now.AddHours(-rules.AlumniHours);
        var waiting = await db.Set<Work>()
            .Where(w => w.State == WorkState.Waiting && w.WaitingSince <= first && w.Rung != Rung.Recording)
            .Select(w => new { w.AttemptId, w.WaitingSince, w.Rung })
            .ToListAsync(ct);
        await each.RunAsync(waiting.Where(w => rules.RungAfter(now - w.WaitingSince!.Value) > w.Rung).Select(w => w.AttemptId), WidenAsync, ct);

        async Task WidenAsync(Guid attemptId)
        {
            var work = await db.Set<Work>().SingleAsync(w => w.AttemptId == attemptId, ct);
            var project = await curriculum.ProjectOfAsync(work, ct);
            var (plan, before) = (project.Evaluation!, work.Rung);
            work.Climb(plan.RungOf(work, rules, now));
            if (work.Rung == before) return;

            // A mentor's evaluation was for mentors from the beginning: that is nothing new.
            if (!(plan.NeedsMentor(work) && work.Rung == Rung.Mentor)) tell.Widened(work, project.Title);
            // Somebody was found for it at this moment.
            await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        }
    }
}
