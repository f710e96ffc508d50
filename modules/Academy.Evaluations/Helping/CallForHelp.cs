using System.Globalization;
using Academy.Contracts.Notifications;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Helping;

/// <summary>Some wait, and nobody has taken it up: from now on everybody is told who speaks their language, once for all of them.</summary>
internal sealed class CallForHelp(AcademyDb db, WhoHelps who, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - WhoHelps.Quiet;
        var waiting = await db.Set<HelpRequest>()
            .Where(r => r.State == HelpState.Waiting && r.WaitingSince <= since && (r.KeptUntil == null || r.KeptUntil <= now))
            .Select(r => r.LearnerId)
            .ToListAsync(ct);
        if (waiting.Count == 0) return;

        var helpers = await who.ForAsync([.. waiting.Distinct()], ct);
        foreach (var (helper, count) in waiting.SelectMany(learner => helpers[learner]).CountBy(id => id))
            db.Publish(Notice(helper, count, now), now);
        await db.SaveChangesAsync(ct);
    }

    private static NoticeDue Notice(Guid helper, int count, DateTimeOffset now) => new(
        helper, NoticeKind.Help, count == 1 ? "A learner is still waiting for help" : "{0} learners are waiting for help",
        "Nobody has taken it up yet: choose one in the queue, the longest wait stands first.",
        [NoticeArg.Of(count.ToString(CultureInfo.InvariantCulture))], "/help", WhoHelps.KeyAt(now), now);
}
