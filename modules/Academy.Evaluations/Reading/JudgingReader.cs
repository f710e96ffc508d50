using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Appeals;
using Academy.Evaluations.Cases;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Reading;

/// <summary>What waits for somebody's judgement, and every change of a mark.</summary>
internal sealed class JudgingReader(AcademyDb db, ICurriculum curriculum, IPeople people)
{
    public const int PageSize = 50;

    public async Task<JudgingView> RunAsync(int page, CancellationToken ct)
    {
        var appeals = await db.Set<Appeal>().AsNoTracking().Where(a => a.State == AppealState.Open).OrderBy(a => a.RaisedAt).ToListAsync(ct);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.Open).OrderBy(c => c.OpenedAt).ToListAsync(ct);
        var changes = await db.Set<MarkChange>().AsNoTracking()
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
            .Skip((page - 1) * PageSize).Take(PageSize + 1)
            .ToListAsync(ct);

        var attempts = appeals.Select(a => a.AttemptId).Concat(cases.Select(c => c.AttemptId)).Concat(changes.Select(c => c.AttemptId)).ToHashSet();
        var works = await db.Set<Work>().AsNoTracking().Where(w => attempts.Contains(w.AttemptId)).ToDictionaryAsync(w => w.AttemptId, ct);
        var titles = new Dictionary<Guid, string>();
        foreach (var work in works.Values)
            titles[work.AttemptId] = (await curriculum.GetAsync(work.ReleaseId, ct)).Projects[work.ProjectSlug].Title.ToString();

        var known = appeals.Select(a => a.LearnerId)
            .Concat(changes.Select(c => c.LearnerId))
            .Concat(changes.Select(c => c.By).OfType<Guid>())
            .Concat(works.Values.Select(w => w.CaptainId));
        return new JudgingView(
            appeals, cases, [.. changes.Take(PageSize)], changes.Count > PageSize, works, titles, await people.FindAsync([.. known.Distinct()], ct));
    }
}

/// <param name="Appeals">Open, the oldest first.</param>
/// <param name="Cases">Open, the oldest first.</param>
/// <param name="Changes">A page of them, the newest first.</param>
/// <param name="HasMore">There is a next page.</param>
/// <param name="Works">By attempt.</param>
/// <param name="Titles">Of the projects, by attempt.</param>
/// <param name="People">Names.</param>
internal sealed record JudgingView(
    IReadOnlyList<Appeal> Appeals, IReadOnlyList<Case> Cases, IReadOnlyList<MarkChange> Changes, bool HasMore,
    IReadOnlyDictionary<Guid, Work> Works, IReadOnlyDictionary<Guid, string> Titles, IReadOnlyDictionary<Guid, Person> People)
{
    public string NameOf(Guid? personId) => personId is { } id ? People.GetValueOrDefault(id)?.Name ?? "–" : "–";
}
