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
        var byWork = marks.Marks.ToLookup(m => m.WorkId);
        return
        [
            .. from pair in pairs
               from mark in marks.Marks
               where mark.EvaluatorId == pair.From && mark.Learners.Contains(pair.To)
               // A calibration may have one evaluator only: there is nobody to compare with.
               let others = byWork[mark.WorkId].Where(o => o.EvaluatorId != pair.From).ToList()
               where others.Count > 0
               select new Favour(mark.WorkId, pair.From, pair.To, (int)mark.Points, (int)Math.Round(others.Average(o => o.Points))),
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
