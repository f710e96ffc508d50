using System.Globalization;
using Academy.Contracts.Accounts;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Academy.Kernel.Queues;
using Academy.Repositories.Git;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Academy.Repositories.Elsewhere;

/// <summary>Takes the next hand-in from the queue, or one whose process has died, and does it.</summary>
internal sealed class MirrorNext(
    AcademyDb db, FetchElsewhere fetch, IPeople people, IStringLocalizer texts, IOptions<RepositoryOptions> options, TimeProvider clock,
    ILogger<MirrorNext> log) : ITakeNext
{
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var next = await db.Set<Mirroring>()
            .Where(m => m.State == MirroringState.Queued || (m.State == MirroringState.Running && m.RunningUntil < now))
            .OrderBy(m => m.RequestedAt)
            .FirstOrDefaultAsync(ct);
        if (next is null) return false;

        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = await LanguageOfAsync(next.RequestedBy, ct);
        var mayStart = next.TryStart(now, 2 * TimeSpan.FromSeconds(options.Value.MirrorSeconds));
        if (!mayStart) next.Fail(texts.Say(Refusals.TookTooLong), now);
        // Refused: another process was quicker.
        if ((await db.SaveOrRefuseAsync(Refusals.JustMoved, ct)).IsRefused || !mayStart) return true;

        var outcome = await FetchAsync(next, ct);
        if (outcome.IsRefused) next.Fail(texts.Say(outcome.Refusal!), clock.GetUtcNow());
        else next.Finish(outcome.Value!, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<Outcome<string>> FetchAsync(Mirroring next, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.MirrorSeconds));
        try
        {
            return await fetch.RunAsync(next.AttemptId, next.Url, next.RequestedBy, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Refusals.TookTooLong;
        }
        catch (GitException e)
        {
            log.LogError(e, "The repository of attempt {AttemptId} could not take in what is elsewhere", next.AttemptId);
            return Refusals.Broken;
        }
    }

    private async Task<CultureInfo> LanguageOfAsync(Guid personId, CancellationToken ct) => CultureInfo.GetCultureInfo(
        (await people.FindAsync([personId], ct)).GetValueOrDefault(personId)?.Language ?? Kernel.Texts.Languages.Default);
}
