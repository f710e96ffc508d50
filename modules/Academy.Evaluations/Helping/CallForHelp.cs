using System.Globalization;
using Academy.Contracts.Notifications;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Helping;

/// <summary>Some wait, and nobody has taken it up: everybody who speaks their language is told, once for each wait, and once for all of them.</summary>
internal sealed class CallForHelp(AcademyDb db, WhoHelps who, TimeProvider clock)
{
    /// <summary>A mentor may take one of them at this very moment; then the others are called all the same.</summary>
    public Task RunAsync(CancellationToken ct) => db.RetryAsync(Refusals.JustChanged, () => CallAsync(ct));

    private async Task<Outcome> CallAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - WhoHelps.Quiet;
        var waiting = await db.Set<HelpRequest>()
            .Where(r => r.State == HelpState.Waiting && r.WaitingSince <= since && (r.KeptUntil == null || r.KeptUntil <= now))
            // Whoever took it and let it lie has kept the others from it.
            .Where(r => r.CalledAt == null || r.CalledAt < r.WaitingSince || r.CalledAt < r.KeptUntil)
            .ToListAsync(ct);
        if (waiting.Count == 0) return Outcome.Done;

        var helpers = await who.ForAsync([.. waiting.Select(r => r.LearnerId).Distinct()], ct);
        foreach (var (helper, count) in waiting.SelectMany(r => helpers[r.LearnerId]).CountBy(id => id))
            db.Publish(Notice(helper, count, now), now);
        foreach (var request in waiting) request.Call(now);
        return await db.SaveOrRefuseAsync(Refusals.JustChanged, ct);
    }

    private static NoticeDue Notice(Guid helper, int count, DateTimeOffset now) => new(
        helper, NoticeKind.Help, count == 1 ? "A learner is still waiting for help" : "{0} learners are waiting for help",
        "Nobody has taken it up yet: choose one in the queue, the longest wait stands first.",
        [NoticeArg.Of(count.ToString(CultureInfo.InvariantCulture))], "/help", WhoHelps.KeyAt(now), now);
}
