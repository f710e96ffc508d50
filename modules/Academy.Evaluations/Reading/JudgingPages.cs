using Academy.Evaluations.Appeals;
using Academy.Evaluations.Cases;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Reading;

/// <summary>Appeals and cases, page by page, the newest first.</summary>
internal sealed class JudgingPages(AcademyDb db)
{
    /// <param name="onlyOpen">Not those that are judged.</param>
    /// <param name="before">Only those before this one; null: from the newest.</param>
    /// <param name="most">How many.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<(IReadOnlyList<Appeal> Items, Guid? Next)> AppealsAsync(bool onlyOpen, Guid? before, int most, CancellationToken ct)
    {
        var appeals = db.Set<Appeal>().AsNoTracking();
        if (onlyOpen) appeals = appeals.Where(a => a.State == AppealState.Open);
        if (before is { } id) appeals = appeals.Where(a => a.Id.CompareTo(id) < 0);

        var found = await appeals.OrderByDescending(a => a.Id).Take(most + 1).ToListAsync(ct);
        return ([.. found.Take(most)], found.Count > most ? found[most - 1].Id : null);
    }

    /// <param name="onlyOpen">Not those that are decided.</param>
    /// <param name="before">Only those before this one; null: from the newest.</param>
    /// <param name="most">How many.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<(IReadOnlyList<Case> Items, Guid? Next)> CasesAsync(bool onlyOpen, Guid? before, int most, CancellationToken ct)
    {
        var cases = db.Set<Case>().AsNoTracking();
        if (onlyOpen) cases = cases.Where(c => c.State == CaseState.Open);
        if (before is { } id) cases = cases.Where(c => c.Id.CompareTo(id) < 0);

        var found = await cases.OrderByDescending(c => c.Id).Take(most + 1).ToListAsync(ct);
        return ([.. found.Take(most)], found.Count > most ? found[most - 1].Id : null);
    }
}
