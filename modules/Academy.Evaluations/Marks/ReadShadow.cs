using Academy.Contracts.Curriculum;
using Academy.Evaluations.Calibrating;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Marks;

/// <summary>How everybody evaluates, from what was handed in within a year. Nothing is decided by it.</summary>
internal sealed class ReadShadow(AcademyDb db, ICurriculum curriculum, ShadowCache cache, TimeProvider clock)
{
    // Habits change: what is older says little of how somebody evaluates now.
    private const int Days = 365;

    public async Task<ShadowMarks> RunAsync(CancellationToken ct)
    {
        var done = Done();
        var state = await done.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Last = g.Max(e => e.DoneAt) }).SingleOrDefaultAsync(ct);
        var marked = await db.Set<CalibrationWork>().MaxAsync(c => (DateTimeOffset?)c.At, ct);
        var key = $"{curriculum.Current?.Id} {state?.Count} {state?.Last:O} {marked:O}";
        return await cache.GetAsync(key, () => ComputeAsync(done, ct));
    }

    private async Task<ShadowMarks> ComputeAsync(IQueryable<Evaluation> done, CancellationToken ct)
    {
        var rows = await done.Select(e => new { e.AttemptId, e.EvaluatorId, e.Kind, Percent = e.Percent!.Value }).ToListAsync(ct);
        var known = await db.Set<CalibrationWork>().AsNoTracking().ToDictionaryAsync(c => c.AttemptId, c => (double)c.Percent, ct);
        // A work that one person alone has looked at says nothing of how they look.
        var compared = rows.GroupBy(r => r.AttemptId).Where(g => g.Count() > 1 || known.ContainsKey(g.Key)).SelectMany(g => g).ToList();
        var learners = (await db.Set<WorkMember>().AsNoTracking().Where(m => done.Any(e => e.AttemptId == m.AttemptId)).ToListAsync(ct))
            .ToLookup(m => m.AttemptId, m => m.LearnerId);
        return new ShadowMarks(
            [
                // A calibration is nobody's favour to anybody.
                .. compared.Select(r => new GivenMark(
                    r.AttemptId, r.EvaluatorId, r.Kind == EvaluationKind.Calibration ? [] : [.. learners[r.AttemptId]], r.Percent)),
            ],
            curriculum.Numbers().Marks, known);
    }

    private IQueryable<Evaluation> Done()
    {
        var (since, plain) = (clock.GetUtcNow().AddDays(-Days), curriculum.Numbers().PlainFlags());
        return db.Set<Evaluation>().AsNoTracking().Where(e => e.State == EvaluationState.Done && e.DoneAt > since && plain.Contains(e.Flag));
    }
}

/// <summary>The last model, for as long as nothing new was handed in: it takes the whole school into account.</summary>
internal sealed class ShadowCache : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private string? _key;
    private ShadowMarks? _marks;

    public async Task<ShadowMarks> GetAsync(string key, Func<Task<ShadowMarks>> compute)
    {
        await _gate.WaitAsync();
        try
        {
            if (_key != key) (_marks, _key) = (await compute(), key);
            return _marks!;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
