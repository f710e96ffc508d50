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
        var longAgo = now.AddDays(-release.Rules.Pace.SilenceDays);
        // Whoever has left is missed by nobody.
        var learners = (await people.SearchLearnersAsync("", int.MaxValue, ct)).ToDictionary(p => p.Id);
        await AwaitAsync([.. learners.Values.Where(l => l.Since <= longAgo)], ct);

        var (open, freezes) = (learners.Keys.ToList(), db.Set<Freeze>());
        var silent = await db.Set<LearnerPace>()
            .Where(p => open.Contains(p.Id) && p.LastSignAt <= longAgo)
            .Where(p => p.SilenceToldAt == null || p.SilenceToldAt < p.LastSignAt || freezes.Any(f => f.LearnerId == p.Id && f.From > p.SilenceToldAt))
            .Where(p => !freezes.Any(f => f.LearnerId == p.Id && f.From <= now && (f.Until == null || f.Until > longAgo)))
            .OrderBy(p => p.LastSignAt)
            .Take(Batch)
            .ToListAsync(ct);
        if (silent.Count == 0) return;

        var ids = silent.Select(p => p.Id).ToList();
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
                        [NoticeArg.Of(learners[pace.Id].Name), NoticeArg.Of($"{(int)(now - since).TotalDays}")],
                        $"/learners/{pace.Id}", $"silence/{pace.Id}/{since.UtcTicks}", now),
                    now);
            }
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Whoever has an account and has never come is silent, too.</summary>
    private async Task AwaitAsync(IReadOnlyList<Person> learners, CancellationToken ct)
    {
        var known = await db.Set<LearnerPace>().Select(p => p.Id).ToListAsync(ct);
        db.AddRange(learners.ExceptBy(known, l => l.Id).Select(l => LearnerPace.Awaited(l.Id, l.Since)));
        // They come at this very moment: then there is nothing to tell, and the others are told the next time.
        if ((await db.SaveOrRefuseAsync(Refusals.JustChanged, ct)).IsRefused) db.ChangeTracker.Clear();
    }
}
