using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Circles;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Reading;

/// <summary>Circles with their evidence, and what was said of earlier ones.</summary>
internal sealed class CircleReader(AcademyDb db, ICurriculum curriculum, IPeople people, FindCircles find)
{
    private const int MostReviews = 50;

    public async Task<CircleView> RunAsync(Guid readerId, CancellationToken ct)
    {
        var circles = await find.RunAsync(readerId, ct);
        var reviews = await db.Set<CircleReview>().AsNoTracking().OrderByDescending(r => r.At).Take(MostReviews).ToListAsync(ct);

        var attempts = circles.SelectMany(c => c.Favours.Select(f => f.AttemptId)).ToHashSet();
        var titles = new Dictionary<Guid, string>();
        foreach (var work in await db.Set<Work>().AsNoTracking().Where(w => attempts.Contains(w.AttemptId)).ToListAsync(ct))
            titles[work.AttemptId] = (await curriculum.ProjectOfAsync(work, ct)).Title.ToString();

        var known = circles.SelectMany(c => c.People).Concat(reviews.SelectMany(r => r.People().Append(r.By))).Distinct();
        return new CircleView(circles, reviews, titles, await people.FindAsync([.. known], ct));
    }
}

/// <param name="Circles">To be looked at, the least likely first.</param>
/// <param name="Reviews">Looked at, the newest first.</param>
/// <param name="Titles">Of the projects, by attempt.</param>
/// <param name="People">Names.</param>
internal sealed record CircleView(
    IReadOnlyList<FoundCircle> Circles, IReadOnlyList<CircleReview> Reviews, IReadOnlyDictionary<Guid, string> Titles,
    IReadOnlyDictionary<Guid, Person> People)
{
    public string NameOf(Guid personId) => People.GetValueOrDefault(personId)?.Name ?? "–";

    public string NamesOf(IEnumerable<Guid> personIds) => string.Join(" → ", personIds.Select(NameOf));
}
