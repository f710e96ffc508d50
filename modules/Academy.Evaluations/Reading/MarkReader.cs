using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Appeals;
using Academy.Evaluations.Cases;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Marks;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Reading;

/// <summary>Everything that a mark stands on: for those whose work it is, and for the staff who look after it.</summary>
internal sealed class MarkReader(AcademyDb db, ICurriculum curriculum, IPeople people, ReadShadow shadow)
{
    /// <summary>Null when there is no such work, or when it is none of the reader's business.</summary>
    /// <param name="oversees">The reader is one of the staff who may see every record; of what they evaluate themselves, once they have handed in.</param>
    public async Task<MarkView?> FindAsync(Guid attemptId, Guid readerId, bool oversees, CancellationToken ct)
    {
        var work = await db.Set<Work>().AsNoTracking().Include(w => w.Members).SingleOrDefaultAsync(w => w.AttemptId == attemptId, ct);
        if (work is null) return null;

        var isMine = work.Has(readerId);
        if (!isMine && !(oversees && !await db.IsEvaluatingAsync(attemptId, readerId, ct))) return null;

        var release = await curriculum.GetAsync(work.ReleaseId, ct);
        var evaluations = await db.Set<Evaluation>().AsNoTracking()
            .Where(e => e.AttemptId == attemptId && e.IsHeld && (!isMine || e.Kind != EvaluationKind.Calibration))
            .OrderBy(e => e.StartsAt)
            .ToListAsync(ct);
        var done = evaluations.Where(e => e.State == EvaluationState.Done).Select(e => e.Id).ToList();
        var sheets = await db.Set<EvaluationSheet>().AsNoTracking().Where(s => done.Contains(s.EvaluationId)).ToListAsync(ct);
        var changes = await db.Set<MarkChange>().AsNoTracking().Where(c => c.AttemptId == attemptId).OrderBy(c => c.At).ToListAsync(ct);
        // What somebody says to a trainer is not for their team.
        var cases = await db.Set<Case>().AsNoTracking().Where(c => c.AttemptId == attemptId)
            .Include(c => c.Statements.Where(s => !isMine || s.LearnerId == readerId).OrderBy(s => s.At)).ToListAsync(ct);
        var appeals = await db.Set<Appeal>().AsNoTracking().Where(a => a.AttemptId == attemptId).OrderBy(a => a.RaisedAt).ToListAsync(ct);
        // A learner knows the names of those whom they have met.
        var known = evaluations.Where(e => !isMine || e.IsRevealed).Select(e => e.EvaluatorId)
            .Concat(work.Members.Select(m => m.LearnerId))
            .Concat(changes.Select(c => c.By).OfType<Guid>());
        return new MarkView(
            work, release.Projects[work.ProjectSlug], release.Rules, isMine,
            [.. evaluations.Select(e => new ShownEvaluation(e, sheets.Find(s => s.EvaluationId == e.Id)?.Read()))],
            [.. isMine ? changes.Where(c => c.LearnerId == readerId) : changes],
            cases,
            [.. isMine ? appeals.Where(a => a.LearnerId == readerId) : appeals],
            await people.FindAsync([.. known.Distinct()], ct))
        {
            DecidesCases = !isMine && cases.Any(c => c.State == CaseState.Open) && !(await db.WithAPartAsync(work, ct)).Contains(readerId),
            JudgesAppeals = !isMine && appeals.Any(a => a.State == AppealState.Open) && !(await db.WithAPartInItsMarkAsync(work, ct)).Contains(readerId),
            Shadow = isMine
                ? null
                : WorkShadow.Of(work, release.Projects[work.ProjectSlug].Evaluation!, release.Rules.Evaluation, evaluations, await shadow.RunAsync(ct)),
        };
    }
}

/// <param name="Work">What was evaluated.</param>
/// <param name="Project">Of the pinned release.</param>
/// <param name="Rules">Of the pinned release.</param>
/// <param name="IsMine">The reader worked on it.</param>
/// <param name="Evaluations">Those that count or are about to.</param>
/// <param name="Changes">Of the marks that the reader may see, oldest first.</param>
/// <param name="Cases">What a trainer had to decide.</param>
/// <param name="Appeals">The reader's own; for the staff all.</param>
/// <param name="People">Names that the reader may know.</param>
internal sealed record MarkView(
    Work Work, Project Project, Rules Rules, bool IsMine, IReadOnlyList<ShownEvaluation> Evaluations, IReadOnlyList<MarkChange> Changes,
    IReadOnlyList<Case> Cases, IReadOnlyList<Appeal> Appeals, IReadOnlyDictionary<Guid, Person> People)
{
    /// <summary>A case is open, and the reader had no part in the work: they decide it, if that is their task at all.</summary>
    public bool DecidesCases { get; init; }

    /// <summary>An appeal is open, and the reader had no part in the mark.</summary>
    public bool JudgesAppeals { get; init; }

    /// <summary>For the staff alone.</summary>
    public WorkShadow? Shadow { get; init; }

    public EvaluationPlan Plan => Project.Evaluation!;

    public string? NameOf(Guid? personId) => personId is { } id ? People.GetValueOrDefault(id)?.Name : null;
}

/// <param name="Evaluation">The appointment and what came of it.</param>
/// <param name="Sheet">Null until it is handed in.</param>
internal sealed record ShownEvaluation(Evaluation Evaluation, Sheet? Sheet);
