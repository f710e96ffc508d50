using Academy.Contracts.Curriculum;
using Academy.Evaluations.Marks;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Circles;

/// <summary>The circles that a trainer should look at: those that nobody has looked at as they are now.</summary>
internal sealed class FindCircles(AcademyDb db, ICurriculum curriculum, ReadShadow shadow)
{
    public async Task<IReadOnlyList<FoundCircle>> RunAsync(Guid readerId, CancellationToken ct)
    {
        var marks = await shadow.RunAsync(ct);
        var reviews = (await db.Set<CircleReview>().AsNoTracking().Select(r => new { r.Circle, r.Evaluations }).ToListAsync(ct))
            .Select(r => (r.Circle, r.Evaluations)).ToHashSet();
        return
        [
            .. Collusion.Find(marks, curriculum.Numbers().Marks.Collusion)
                .Where(c => !c.People.Contains(readerId))
                .Select(c => new FoundCircle(CircleReview.NameOf(c), c.People, Favours(c.People, marks)))
                .Where(c => !reviews.Contains((c.Name, c.Favours.Count))),
        ];
    }

    /// <summary>What each gave the next.</summary>
    private static List<Favour> Favours(IReadOnlyList<Guid> people, ShadowMarks marks)
    {
        var pairs = people.Select((id, i) => (From: id, To: people[(i + 1) % people.Count])).ToList();
        var given = marks.Marks.Where(m => pairs.Exists(p => p.From == m.EvaluatorId && m.Learners.Contains(p.To))).ToList();
        var works = given.Select(m => m.WorkId).ToHashSet();
        var others = marks.Marks.Where(m => works.Contains(m.WorkId)).ToLookup(m => m.WorkId);
        return
        [
            .. pairs.SelectMany(p => given.Where(m => m.EvaluatorId == p.From && m.Learners.Contains(p.To)).Select(m => new Favour(
                m.WorkId, p.From, p.To, (int)m.Points, (int)Math.Round(others[m.WorkId].Where(o => o.EvaluatorId != p.From).Average(o => o.Points))))),
        ];
    }
}

/// <param name="Name">See <see cref="CircleReview.NameOf"/>.</param>
/// <param name="People">Each evaluated the next, and the last one the first.</param>
/// <param name="Favours">Their evaluations of each other.</param>
internal sealed record FoundCircle(string Name, IReadOnlyList<Guid> People, IReadOnlyList<Favour> Favours);

/// <param name="Percent">What this evaluator gave.</param>
/// <param name="Others">What the others gave the same work, on average.</param>
internal sealed record Favour(Guid AttemptId, Guid EvaluatorId, Guid LearnerId, int Percent, int Others);
