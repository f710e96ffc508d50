using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Regrading;

/// <summary>Stops a trial, applies it, or undoes what was applied.</summary>
internal sealed class DecideRegrade(AcademyDb db, RegradeReader reader, ILearnerProgress progress, TimeProvider clock)
{
    /// <summary>
    /// Ends a trial before everything is graded. What is being graded is finished; what was graded can be decided on as ever.
    /// </summary>
    /// <returns>How many results will not be graded.</returns>
    public async Task<Outcome<int>> StopAsync(Guid regradeId, Guid person, CancellationToken ct)
    {
        if (await FindAsync(regradeId, ct) is not { } regrade) return Refusals.UnknownRegrade;

        var outcome = regrade.Stop(person);
        if (outcome.IsRefused) return outcome.Refusal!;

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The version, so that a worker that is just taking one of them is refused.
        var dropped = await db.Set<GradingRun>()
            .Where(r => r.RegradeId == regradeId && r.State == RunState.Queued)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(r => r.State, RunState.Dropped)
                    .SetProperty(r => r.FinishedAt, now)
                    .SetProperty(r => r.Version, r => r.Version + 1),
                ct);
        if (dropped == 0) return Refusals.NothingToStop;

        outcome = await db.SaveOrRefuseAsync(Refusals.RegradeDecided, ct);
        if (outcome.IsRefused) return outcome.Refusal!;

        await transaction.CommitAsync(ct);
        return dropped;
    }

    /// <summary>
    /// Applies what makes results better, and only if asked what makes them worse: lower marks, and lost projects by a decision of
    /// their own. A result that has changed since the trial is left alone.
    /// </summary>
    public async Task<Outcome<int>> ApplyAsync(Guid regradeId, bool alsoLower, bool alsoLost, Guid person, CancellationToken ct)
    {
        if (await FindAsync(regradeId, ct) is not { } regrade) return Refusals.UnknownRegrade;
        var lines = await reader.LinesAsync(regradeId, ct);
        if (lines.Any(l => l.Change == RegradeChange.Waiting)) return Refusals.RegradeNotReady;

        var now = clock.GetUtcNow();
        var outcome = regrade.Apply(person, now);
        if (outcome.IsRefused) return outcome.Refusal!;

        var current = await progress.ResultsAsync(regrade.ProjectSlug, ct);
        var chosen = lines
            .Where(l => l.Change is RegradeChange.Gained or RegradeChange.Better
                || (alsoLower && l.Change == RegradeChange.Lower)
                || (alsoLost && l.Change == RegradeChange.Lost))
            .Where(l => Is(current, l, l.Item.Old))
            .ToList();
        foreach (var line in chosen)
        {
            line.Item.Apply();
            line.Run.Count(true);
            db.Publish(Changed(line, line.Item.Old, line.New, now), now);
        }

        outcome = await db.SaveOrRefuseAsync(Refusals.RegradeDecided, ct);
        return outcome.IsRefused ? outcome.Refusal! : chosen.Count;
    }

    /// <summary>Brings back what counted before, where nothing newer has come since.</summary>
    public async Task<Outcome<int>> UndoAsync(Guid regradeId, Guid person, CancellationToken ct)
    {
        if (await FindAsync(regradeId, ct) is not { } regrade) return Refusals.UnknownRegrade;

        var now = clock.GetUtcNow();
        var outcome = regrade.Undo(person, now);
        if (outcome.IsRefused) return outcome.Refusal!;

        var current = await progress.ResultsAsync(regrade.ProjectSlug, ct);
        var applied = (await reader.LinesAsync(regradeId, ct)).Where(l => l.Item.IsApplied && Is(current, l, l.New)).ToList();
        foreach (var line in applied)
        {
            line.Run.Count(false);
            db.Publish(Changed(line, line.New, line.Item.Old, now), now);
        }

        outcome = await db.SaveOrRefuseAsync(Refusals.RegradeNotApplied, ct);
        return outcome.IsRefused ? outcome.Refusal! : applied.Count;
    }

    private Task<Regrade?> FindAsync(Guid id, CancellationToken ct) => db.Set<Regrade>().SingleOrDefaultAsync(r => r.Id == id, ct);

    private static bool Is(IReadOnlyDictionary<Guid, ResultInfo> current, RegradeLine line, ResultState expected) =>
        current.GetValueOrDefault(line.Item.LearnerId) is { } now && new ResultState(now.Percent, now.IsValidated, now.ReleaseId) == expected;

    private static ResultChanged Changed(RegradeLine line, ResultState from, ResultState to, DateTimeOffset now) =>
        new(line.Item.AttemptId, line.Item.LearnerId, line.Run.ProjectSlug, from, to, now);
}
