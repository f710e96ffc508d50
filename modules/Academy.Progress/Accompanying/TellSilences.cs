using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Contracts.Notifications;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Progress.Pace;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.Accompanying;

/// <summary>Tells the referent of a learner who has given no sign for long, once a silence. Never the learner; never of a pause.</summary>
internal sealed class TellSilences(AcademyDb db, ICurriculum curriculum, IPeople people, TimeProvider clock)
{
    private const int Batch = 200;

    /// <summary>A learner may come back at this very moment: then the others are told of all the same.</summary>
    public Task RunAsync(CancellationToken ct) =>
        curriculum.Current is { } release ? db.RetryAsync(Refusals.JustChanged, () => TellAsync(release.Rules.Pace.SilenceDays, ct)) : Task.CompletedTask;

    private async Task<Outcome> TellAsync(int silenceDays, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var longAgo = now.AddDays(-silenceDays);
        var learners = await people.OpenLearnersAsync(longAgo, ct);
        var awaited = await AwaitAsync(learners, ct);
        if (awaited.IsRefused) return awaited;

        var freezes = db.Set<Freeze>();
        var untold = await db.Set<LearnerPace>()
            .Where(p => p.LastSignAt <= longAgo)
            .Where(p => p.SilenceToldAt == null || p.SilenceToldAt < p.LastSignAt || freezes.Any(f => f.LearnerId == p.Id && f.From > p.SilenceToldAt))
            .Where(p => !freezes.Any(f => f.LearnerId == p.Id && f.From <= now && (f.Until == null || f.Until > longAgo)))
            .OrderBy(p => p.LastSignAt)
            .Select(p => p.Id)
            .ToListAsync(ct);
        // Whoever has left is missed by nobody.
        var ids = untold.Where(learners.ContainsKey).Take(Batch).ToList();
        if (ids.Count == 0) return Outcome.Done;

        var silent = await db.Set<LearnerPace>().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        var known = await people.FindAsync(ids, ct);
        var pauses = await freezes.AsNoTracking().Where(f => ids.Contains(f.LearnerId) && !f.IsSettled).ToDictionaryAsync(f => f.LearnerId, ct);
        var officers = await people.OfficersAsync(ct);
        var staff = (await people.MentorsAsync(ct)).Concat(officers).ToHashSet();
        foreach (var pace in silent)
        {
            pace.TellSilence(now);
            var since = pace.QuietSince(pauses.GetValueOrDefault(pace.Id));
            // A referent who is no longer there hears nothing.
            foreach (var reader in pace.ReferentId is { } referent && staff.Contains(referent) ? [referent] : officers)
            {
                db.Publish(
                    new NoticeDue(
                        reader, NoticeKind.Pace, "No sign of {0} for {1} days",
                        "A call or a few friendly words often help. {0} was told nothing, and loses nothing.",
                        [NoticeArg.Of(known[pace.Id].Name), NoticeArg.Of($"{(int)(now - since).TotalDays}")],
                        $"/learners/{pace.Id}", $"silence/{pace.Id}/{since.UtcTicks}", now),
                    now);
            }
        }

        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }

    /// <summary>Whoever has an account and has never come is silent, too.</summary>
    private async Task<Outcome> AwaitAsync(IReadOnlyDictionary<Guid, DateTimeOffset> learners, CancellationToken ct)
    {
        var known = await db.Set<LearnerPace>().Select(p => p.Id).ToListAsync(ct);
        db.AddRange(learners.ExceptBy(known, l => l.Key).Select(l => LearnerPace.Awaited(l.Key, l.Value)));
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }
}
