using Academy.Contracts.Accounts;
using Academy.Contracts.Notifications;
using Academy.Contracts.Progress;
using Academy.Kernel.Data;
using Academy.Progress.Pace;
using Microsoft.EntityFrameworkCore;

namespace Academy.Progress.WayBack;

/// <summary>
/// Finds a peer who welcomes somebody who comes back: with an open account, active in the last seven days, willing, speaking the
/// same language, and asked longest ago. The caller saves.
/// </summary>
internal sealed class ChooseWelcome(AcademyDb db, IPeople people)
{
    private const int Considered = 50;
    private static readonly TimeSpan Active = TimeSpan.FromDays(7);

    public async Task RunAsync(LearnerPace back, DateTimeOffset at, CancellationToken ct)
    {
        var since = at - Active;
        var willing = await db.Set<LearnerPace>()
            .Where(p => p.WelcomeWords != null && p.Id != back.Id && p.LastSignAt >= since)
            .Where(p => !db.Set<Freeze>().Any(f => f.LearnerId == p.Id && !f.IsSettled))
            .OrderBy(p => p.AskedToWelcomeAt != null).ThenBy(p => p.AskedToWelcomeAt)
            .Take(Considered)
            .ToListAsync(ct);
        var known = await people.FindAsync([back.Id, .. willing.Select(p => p.Id)], ct);
        if (known.GetValueOrDefault(back.Id) is not { } person) return;

        var chosen = willing.FirstOrDefault(p => known.GetValueOrDefault(p.Id) is { IsOpen: true } peer && peer.Languages.Contains(person.Language));
        back.WelcomedWith(chosen?.Id);
        db.Publish(new LearnerReturned(back.Id, chosen?.Id, at), at);
        if (chosen is null) return;

        chosen.AskToWelcome(at);
        db.Publish(
            new NoticeDue(
                chosen.Id, NoticeKind.Pace, "{0} takes up the way again", "Your words of welcome are on their home. A hello when you meet does the rest.",
                [NoticeArg.Of(person.Name)], "/pace", $"welcome/{back.Id}/{at.UtcTicks}", at),
            at);
    }
}
