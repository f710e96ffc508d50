using Academy.Contracts.Curriculum;
using Academy.Contracts.Grading;
using Academy.Contracts.Progress;
using Academy.Grading.Live;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Academy.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Regrading;

/// <param name="ProjectSlug">The project.</param>
/// <param name="OnlyReleaseId">Only attempts that began with this release; null: all.</param>
/// <param name="WithCurrentTests">Run the current release's tests; otherwise each attempt's own again.</param>
/// <param name="Learners">Only these, and those of <paramref name="Names"/>; both empty: everybody.</param>
/// <param name="Names">Names or e-mail addresses; each must say without doubt who is meant.</param>
internal sealed record RegradeRequest(
    string ProjectSlug, string? OnlyReleaseId, bool WithCurrentTests, IReadOnlyList<Guid> Learners, IReadOnlyList<string> Names);

/// <summary>Lines up the commits that count, to be graded again with no effect on anybody yet.</summary>
internal sealed class StartRegrade(
    AcademyDb db, ICurriculum curriculum, ILearnerProgress progress, ChooseLearners choose, FairTurns turns, GradingFeed feed, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(RegradeRequest request, Guid askedBy, CancellationToken ct)
    {
        var withReleaseId = request.WithCurrentTests ? curriculum.Current?.Id : null;
        if (request.WithCurrentTests && curriculum.Current?.Projects.ContainsKey(request.ProjectSlug) != true) return Refusals.UnknownProject;

        if (request.Names.Count > NameList.Most) return Refusals.TooManyNames.With(NameList.Most);

        var named = await choose.RunAsync(request.ProjectSlug, [], request.Names, ct);
        if (named.InDoubt.Count > 0) return Refusals.LearnersUnclear.With(string.Join(", ", named.InDoubt));

        var found = await CountingRunsAsync(request, [.. request.Learners, .. named.Found.Select(learner => learner.LearnerId)], ct);
        if (found.Count == 0) return Refusals.NothingToRegrade;

        var counting = await WithoutEvaluatedAsync(found, request.ProjectSlug, ct);
        if (counting.Count == 0) return Refusals.OnlyEvaluated;

        var now = clock.GetUtcNow();
        var regrade = new Regrade(request.ProjectSlug, request.OnlyReleaseId, withReleaseId, found.Count - counting.Count, askedBy, now);
        db.Add(regrade);
        var next = await turns.NextAsync(RunClass.Regrade, [.. counting.Select(c => c.Run.LearnerId)], ct);
        foreach (var (run, result) in counting)
        {
            var release = await curriculum.GetAsync(withReleaseId ?? run.ReleaseId, ct);
            var again = run.Again(regrade.Id, release.Id, now);
            again.Line(RunClass.Regrade, next[run.LearnerId]++);
            again.Expect(release.Projects[request.ProjectSlug].MaxScore);
            db.Add(again);
            db.Add(new RegradeItem(regrade.Id, again, result));
        }

        await db.SaveChangesAsync(ct);
        feed.Queued();
        return regrade.Id;
    }

    /// <summary>Of each learner with a result, the run that made it: with the mark that counts, else the best; the newest of equals.</summary>
    private async Task<IReadOnlyList<(GradingRun Run, ResultState Result)>> CountingRunsAsync(
        RegradeRequest request, IReadOnlyCollection<Guid> learners, CancellationToken ct)
    {
        var results = await progress.ResultsAsync(request.ProjectSlug, ct);
        var runs = await db.Set<GradingRun>().AsNoTracking()
            .Where(r => r.ProjectSlug == request.ProjectSlug && r.State == RunState.Finished && r.Verdict != Verdict.PlatformError)
            .Where(r => r.RegradeId == null || r.Counts)
            .Where(r => request.OnlyReleaseId == null || r.ReleaseId == request.OnlyReleaseId)
            .Where(r => learners.Count == 0 || learners.Contains(r.LearnerId))
            .ToListAsync(ct);
        return
        [
            .. runs.Where(r => results.ContainsKey(r.LearnerId)).GroupBy(r => r.LearnerId).Select(group =>
            {
                var result = results[group.Key];
                var run = group.OrderByDescending(r => r.Percent == result.Percent).ThenByDescending(r => r.Percent).ThenByDescending(r => r.FinishedAt).First();
                return (run, new ResultState(result.Percent, result.IsValidated, result.ReleaseId));
            }),
        ];
    }

    /// <summary>A mark that people gave is not replaced by the grader's percent.</summary>
    private async Task<IReadOnlyList<(GradingRun Run, ResultState Result)>> WithoutEvaluatedAsync(
        IReadOnlyList<(GradingRun Run, ResultState Result)> counting, string slug, CancellationToken ct)
    {
        var evaluated = new HashSet<string>();
        foreach (var id in counting.SelectMany(c => new[] { c.Run.ReleaseId, c.Result.ReleaseId }).Distinct())
        {
            if ((await curriculum.GetAsync(id, ct)).Projects[slug].Evaluation is not null) evaluated.Add(id);
        }

        return [.. counting.Where(c => !evaluated.Contains(c.Run.ReleaseId) && !evaluated.Contains(c.Result.ReleaseId))];
    }
}
