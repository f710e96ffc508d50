using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Calibrating;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Feedback;
using Academy.Evaluations.Slots;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Trends;

/// <summary>How somebody evaluates, for themselves alone: how strict they are beside the others, and what was said of their evaluations.</summary>
internal sealed class ReadTrend(AcademyDb db, ICurriculum curriculum, IPeople people)
{
    private const int MostWords = 20;

    public async Task<TrendView> RunAsync(Guid personId, CancellationToken ct)
    {
        var own = await db.Set<Evaluation>().AsNoTracking()
            .Where(e => e.EvaluatorId == personId && e.State == EvaluationState.Done)
            .OrderBy(e => e.DoneAt)
            .ToListAsync(ct);
        if (own.Count < Trend.Least) return new TrendView(own.Count, [], null, []);

        var differences = await DifferencesAsync(personId, own, ct);
        var feedback = (await db.Set<GivenFeedback>().AsNoTracking().Where(f => f.EvaluatorId == personId).OrderByDescending(f => f.At).ToListAsync(ct))
            .ToLookup(f => f.EvaluationId);
        var zone = LocalDay.Zone((await people.FindAsync([personId], ct)).GetValueOrDefault(personId)?.TimeZone ?? "");
        var given = own.Select(e => new Given(zone.DayOf(e.DoneAt!.Value), differences.TryGetValue(e.Id, out var d) ? d : null, [.. feedback[e.Id]])).ToList();
        return new TrendView(
            own.Count, Trend.PeriodsOf(given), Trend.MeanOf(given.Select(g => g.Difference)),
            [.. feedback.SelectMany(f => f).OrderByDescending(f => f.At).Select(f => f.Text).OfType<string>().Take(MostWords)]);
    }

    /// <summary>Points above what the others gave the same work, once its mark is told; of a calibration, above what the staff gave.</summary>
    private async Task<Dictionary<Guid, double>> DifferencesAsync(Guid personId, List<Evaluation> own, CancellationToken ct)
    {
        var plain = curriculum.Numbers().PlainFlags();
        var others = (await db.Set<Evaluation>().AsNoTracking()
            .Where(e => e.EvaluatorId != personId && e.State == EvaluationState.Done && e.Kind != EvaluationKind.Calibration && plain.Contains(e.Flag))
            .Where(e => db.Set<Evaluation>().Any(o => o.AttemptId == e.AttemptId && o.EvaluatorId == personId && o.State == EvaluationState.Done))
            .Join(db.Set<Work>().Where(w => w.State == WorkState.Decided), e => e.AttemptId, w => w.AttemptId, (e, _) => new { e.AttemptId, e.Percent })
            .ToListAsync(ct)).ToLookup(e => e.AttemptId, e => e.Percent!.Value);
        var calibrations = own.Where(e => e.Kind == EvaluationKind.Calibration).Select(e => e.AttemptId).ToList();
        var references = await db.Set<CalibrationWork>().AsNoTracking().Where(c => calibrations.Contains(c.AttemptId))
            .ToDictionaryAsync(c => c.AttemptId, c => (double)c.Percent, ct);
        return own.Where(e => plain.Contains(e.Flag)).Select(e => (e.Id, Percent: e.Percent!.Value, Beside: Beside(e)))
            .Where(e => e.Beside is not null).ToDictionary(e => e.Id, e => e.Percent - e.Beside!.Value);

        double? Beside(Evaluation e) =>
            e.Kind == EvaluationKind.Calibration ? references.TryGetValue(e.AttemptId, out var reference) ? reference : null
            : others[e.AttemptId].Any() ? others[e.AttemptId].Average() : null;
    }
}

/// <param name="Evaluations">How many were handed in.</param>
/// <param name="Periods">Empty while there are too few.</param>
/// <param name="Difference">Points above the others over all the time; null while too little is known.</param>
/// <param name="Words">What people wrote, the newest first, without who.</param>
internal sealed record TrendView(int Evaluations, IReadOnlyList<TrendPeriod> Periods, double? Difference, IReadOnlyList<string> Words);
