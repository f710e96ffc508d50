using Academy.Contracts.Curriculum;
using Academy.Contracts.Progress;
using Academy.Evaluations.Jobs;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Slots;

/// <summary>Opens what weekly times bring within reach, day by day.</summary>
internal sealed class OpenWeeklyTimes(AcademyDb db, ICurriculum curriculum, ILearnerProgress progress, OpenTimes open, OneByOne each, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var (now, rules) = (clock.GetUtcNow(), curriculum.Numbers().Slots);
        // A day more on both sides: the day is another one elsewhere on the globe.
        var reach = DateOnly.FromDateTime(now.UtcDateTime).AddDays(rules.HorizonDays + 1);
        var due = await db.Set<WeeklyTime>().Where(t => t.OpenedUntil < t.Until && t.OpenedUntil < reach)
            .Select(t => new { t.Id, t.EvaluatorId }).ToListAsync(ct);
        // What a pause leaves closed opens after it, as far as it lies ahead still.
        var paused = await progress.PausedAsync([.. due.Select(t => t.EvaluatorId).Distinct()], ct);
        await each.RunAsync(due.Where(t => !paused.Contains(t.EvaluatorId)).Select(t => t.Id), OpenAsync, ct);

        async Task OpenAsync(Guid id)
        {
            if (await db.FindAsync<WeeklyTime>([id], ct) is not { } weekly) return;

            await open.OpenAsync(weekly, rules, now, ct);
            await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
        }
    }
}
