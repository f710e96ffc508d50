using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Notifications;
using Academy.Kernel.Data;
using Academy.Progress.Pace;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Accompanying;

/// <summary>Tells the referent of a learner who has given no sign for long, once a silence. Never the learner; never of a pause.</summary>
internal sealed class TellSilences(AcademyDb db, ICurriculum curriculum, IPeople people, TimeProvider clock)
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        if (curriculum.Current is not { } release) return;

        var now = clock.GetUtcNow();
        var days = release.Rules.Pace.SilenceDays;
        var longAgo = now.AddDays(-days);
        var silent = await db.Set<LearnerPace>()
            .Where(p => p.LastSignAt <= longAgo && (p.SilenceToldAt == null || p.SilenceToldAt < p.LastSignAt))
            .Where(p => !db.Set<Freeze>().Any(f => f.LearnerId == p.Id && f.From <= now && (f.Until == null || f.Until > longAgo)))
            .OrderBy(p => p.LastSignAt)
            .Take(Batch)
            .ToListAsync(ct);
        if (silent.Count == 0) return;

        var names = await people.FindAsync([.. silent.Select(p => p.Id)], ct);
        var officers = await people.OfficersAsync(ct);
        foreach (var pace in silent)
        {
            pace.TellSilence(now);
            if (names.GetValueOrDefault(pace.Id) is not { } learner) continue;

            foreach (var reader in pace.ReferentId is { } referent ? [referent] : officers)
            {
                db.Publish(
                    new NoticeDue(
                        reader, NoticeKind.Pace, "No sign of {0} for {1} days",
                        "A call or a few friendly words often help. {0} was told nothing, and loses nothing.",
                        [NoticeArg.Of(learner.Name), NoticeArg.Of($"{(int)(now - pace.LastSignAt).TotalDays}")],
                        $"/learners/{pace.Id}", $"silence/{pace.Id}/{pace.LastSignAt.UtcTicks}", now),
                    now);
            }
        }

        await db.SaveChangesAsync(ct);
    }
}
