using Academy.Contracts.Accounts;
using Academy.Grading.Queue;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Grading.Regrading;

/// <summary>Reads regrades for the staff.</summary>
internal sealed class RegradeReader(AcademyDb db, IPeople people)
{
    private const int Most = 50;

    /// <summary>The newest ones.</summary>
    public async Task<IReadOnlyList<RegradeSummary>> ListAsync(CancellationToken ct) => await db.Set<Regrade>().AsNoTracking()
        .OrderByDescending(r => r.AskedAt)
        .Take(Most)
        .Select(r => new RegradeSummary(
            r,
            db.Set<RegradeItem>().Count(i => i.RegradeId == r.Id),
            db.Set<GradingRun>().Count(run => run.RegradeId == r.Id && run.State == RunState.Finished)))
        .ToListAsync(ct);

    public async Task<RegradeView?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Regrade>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } regrade) return null;

        var lines = await LinesAsync(id, ct);
        var names = await people.FindAsync([.. lines.Select(l => l.Item.LearnerId), regrade.AskedBy], ct);
        return new RegradeView(
            regrade,
            [.. lines.OrderBy(l => l.Change).ThenBy(l => names.GetValueOrDefault(l.Item.LearnerId)?.Name)],
            names.ToDictionary(n => n.Key, n => n.Value.Name));
    }

    /// <summary>Tracked, for whoever decides.</summary>
    public async Task<IReadOnlyList<RegradeLine>> LinesAsync(Guid id, CancellationToken ct)
    {
        var rows = await (
            from item in db.Set<RegradeItem>()
            join run in db.Set<GradingRun>() on item.RunId equals run.Id
            where item.RegradeId == id
            select new { item, run }).ToListAsync(ct);
        return [.. rows.Select(row => new RegradeLine(row.item, row.run))];
    }
}

/// <param name="Regrade">What was asked.</param>
/// <param name="Total">Results to grade again.</param>
/// <param name="Done">Graded.</param>
internal sealed record RegradeSummary(Regrade Regrade, int Total, int Done);

/// <param name="Regrade">What was asked.</param>
/// <param name="Lines">What changes most first.</param>
/// <param name="Names">Of the people, by account.</param>
internal sealed record RegradeView(Regrade Regrade, IReadOnlyList<RegradeLine> Lines, IReadOnlyDictionary<Guid, string> Names)
{
    public int Total => Lines.Count;

    public int Done => Lines.Count(l => l.Run.State == RunState.Finished);

    public bool IsReady => Count(RegradeChange.Waiting) == 0;

    /// <summary>Something was graded that somebody may let count.</summary>
    public bool IsOpen => IsReady && Done > 0 && Regrade.State is RegradeState.Trial or RegradeState.Stopped;

    public int Count(RegradeChange change) => Lines.Count(l => l.Change == change);

    public IEnumerable<RegradeLine> Changing => Lines.Where(l => l.Change is not (RegradeChange.None or RegradeChange.Waiting or RegradeChange.Dropped));
}
