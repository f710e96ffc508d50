using Academy.Contracts.Curriculum;
using Academy.Kernel.Data;
using Academy.Progress.WayBack;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Pace;

/// <summary>Notes that a learner is there. After a silence, or a pause that has run out, this begins the way back.</summary>
internal sealed class GiveSign(AcademyDb db, ICurriculum curriculum, ChooseWelcome welcome)
{
    public async Task RunAsync(Guid learnerId, DateTimeOffset at, CancellationToken ct)
    {
        if (curriculum.Current is not { } release) return;

        var pace = await db.Set<LearnerPace>().SingleOrDefaultAsync(p => p.Id == learnerId, ct);
        if (pace is null)
        {
            db.Add(new LearnerPace(learnerId, at));
            // Two signs at once: the other one has it.
            await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
            return;
        }

        var back = pace.BackSince;
        var pause = await db.Set<Freeze>().SingleOrDefaultAsync(f => f.LearnerId == learnerId && !f.IsSettled, ct);
        if (pause?.Until <= at)
        {
            pause.Settle();
            pace.EndPause(pause.Until!.Value);
        }

        // A paused learner is never silent: a look around is no return.
        var isPaused = pause?.Time.Covers(at) == true;
        var hasSign = isPaused || pace.GiveSign(at, release.Rules.Pace.SilenceDays);
        if (pace.BackSince != back && !isPaused) await welcome.RunAsync(pace, at, ct);
        if (hasSign || pace.BackSince != back) await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
