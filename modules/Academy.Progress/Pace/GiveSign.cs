using Academy.Contracts.Curriculum;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Progress.WayBack;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Pace;

/// <summary>Notes that a learner is there. After a silence, or a pause that has run out, this begins the way back.</summary>
internal sealed class GiveSign(AcademyDb db, ICurriculum curriculum, ChooseWelcome welcome)
{
    public Task RunAsync(Guid learnerId, DateTimeOffset at, CancellationToken ct) =>
        curriculum.Current is { } release ? db.RetryAsync(Refusals.JustChanged, () => NoteAsync(learnerId, at, release.Rules.Pace.SilenceDays, ct)) : Task.CompletedTask;

    private async Task<Outcome> NoteAsync(Guid learnerId, DateTimeOffset at, int silenceDays, CancellationToken ct)
    {
        var pace = await db.Set<LearnerPace>().SingleOrDefaultAsync(p => p.Id == learnerId, ct);
        if (pace is null)
        {
            db.Add(new LearnerPace(learnerId, at));
            return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
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
        var hasSign = isPaused || pace.GiveSign(at, silenceDays);
        if (pace.BackSince != back && !isPaused) await welcome.RunAsync(pace, at, ct);
        return hasSign || pace.BackSince != back ? await db.SaveOrRefuseAsync(Refusals.JustChanged, ct) : Outcome.Done;
    }
}
