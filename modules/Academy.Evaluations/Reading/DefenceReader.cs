using Academy.Contracts.Accounts;
using Academy.Contracts.Curriculum;
using Academy.Evaluations.Calibrating;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Feedback;
using Academy.Evaluations.Recorded;
using Academy.Evaluations.Works;
using Academy.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Evaluations.Reading;

/// <summary>
/// An evaluation as one of its two sides sees it and, once it is handed in, as the staff read it who judge. To everybody else it does not exist.
/// </summary>
internal sealed class DefenceReader(AcademyDb db, ICurriculum curriculum, IPeople people)
{
    /// <param name="oversees">The reader is one of the staff who may see every record; of what they evaluate themselves, once they have handed in.</param>
    public async Task<DefenceView?> FindAsync(Guid evaluationId, Guid readerId, bool oversees, CancellationToken ct)
    {
        var evaluation = await db.Set<Evaluation>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == evaluationId, ct);
        if (evaluation is null) return null;

        var work = await db.Set<Work>().AsNoTracking().Include(w => w.Members).SingleAsync(w => w.AttemptId == evaluation.AttemptId, ct);
        var side = evaluation.EvaluatorId == readerId ? DefenceSide.Evaluator : work.Has(readerId) ? DefenceSide.Learner : DefenceSide.Staff;
        var isThere = side switch
        {
            DefenceSide.Evaluator => true,
            // Whose work a calibration uses must not learn of it.
            DefenceSide.Learner => evaluation.Kind != EvaluationKind.Calibration,
            _ => oversees && evaluation.State == EvaluationState.Done && !await db.IsEvaluatingAsync(work.AttemptId, readerId, ct),
        };
        if (!isThere) return null;

        var release = await curriculum.GetAsync(work.ReleaseId, ct);
        var calibration = evaluation.Kind == EvaluationKind.Calibration
            ? await db.Set<CalibrationWork>().AsNoTracking().SingleOrDefaultAsync(c => c.AttemptId == work.AttemptId, ct)
            : null;
        var sheet = await db.Set<EvaluationSheet>().AsNoTracking().SingleOrDefaultAsync(s => s.EvaluationId == evaluationId, ct);
        var mayReadSheet = side == DefenceSide.Evaluator || evaluation.State == EvaluationState.Done;
        return new DefenceView(
            evaluation,
            work,
            release.Projects[work.ProjectSlug],
            release.Rules,
            curriculum.Numbers(),
            side,
            await KnownAsync(evaluation, work, side, ct),
            mayReadSheet ? sheet?.Read() ?? Sheet.Empty : Sheet.Empty,
            sheet?.Number ?? 0,
            mayReadSheet ? await CommentsAsync(evaluationId, ct) : [],
            evaluation.Kind == EvaluationKind.Calibration
                ? Recording.Written(work.AttemptId, calibration?.Defence, evaluation.WaitingSince)
                : await db.Set<Recording>().AsNoTracking().SingleOrDefaultAsync(r => r.AttemptId == work.AttemptId, ct),
            await db.Set<GivenFeedback>().AsNoTracking().SingleOrDefaultAsync(f => f.EvaluationId == evaluationId && f.LearnerId == readerId, ct))
        {
            Calibration = evaluation.State == EvaluationState.Done ? calibration : null,
        };
    }

    /// <summary>A team knows itself; who is on the other side comes with the reveal. The staff judge people, not numbers.</summary>
    private async Task<IReadOnlyDictionary<Guid, Person>> KnownAsync(Evaluation evaluation, Work work, DefenceSide side, CancellationToken ct)
    {
        var members = work.Members.Select(m => m.LearnerId);
        if (evaluation.IsRevealed || side == DefenceSide.Staff) return await people.FindAsync([evaluation.EvaluatorId, .. members], ct);
        return side == DefenceSide.Learner ? await people.FindAsync([.. members], ct) : new Dictionary<Guid, Person>();
    }

    private async Task<IReadOnlyList<LineComment>> CommentsAsync(Guid evaluationId, CancellationToken ct) =>
        await db.Set<LineComment>().AsNoTracking()
            .Where(c => c.EvaluationId == evaluationId)
            .OrderBy(c => c.Path).ThenBy(c => c.Line).ThenBy(c => c.At)
            .ToListAsync(ct);
}

internal enum DefenceSide
{
    /// <summary>It is the reader's work.</summary>
    Learner,

    /// <summary>The reader evaluates.</summary>
    Evaluator,

    /// <summary>The reader judges, or looks after marks.</summary>
    Staff,
}

/// <param name="Evaluation">The appointment and what came of it.</param>
/// <param name="Work">What is looked at.</param>
/// <param name="Project">Of the pinned release.</param>
/// <param name="Rules">Of the pinned release.</param>
/// <param name="Numbers">Of living together: those of the newest release.</param>
/// <param name="Side">Which the reader is on.</param>
/// <param name="People">Whom the reader may know.</param>
/// <param name="Sheet">The rubric as it was filled in; empty for the learner until it is handed in.</param>
/// <param name="Number">Of the sheet that was saved last.</param>
/// <param name="Comments">On lines, by file.</param>
/// <param name="Recording">A recorded or written defence, if there is one.</param>
/// <param name="Feedback">What the reader said of the evaluation.</param>
internal sealed record DefenceView(
    Evaluation Evaluation, Work Work, Project Project, Rules Rules, EvaluationRules Numbers, DefenceSide Side, IReadOnlyDictionary<Guid, Person> People,
    Sheet Sheet, long Number, IReadOnlyList<LineComment> Comments, Recording? Recording, GivenFeedback? Feedback)
{
    /// <summary>What the staff made of this work: the evaluator learns it once the evaluation is handed in.</summary>
    public CalibrationWork? Calibration { get; init; }

    /// <summary>A calibration was handed in long ago; its date would give it away.</summary>
    public DateTimeOffset HandedInAt => Evaluation.Kind == EvaluationKind.Calibration ? Evaluation.WaitingSince : Work.HandedInAt;

    /// <summary>What the reader wanted to say of the evaluation, and could not be saved.</summary>
    public TypedFeedback? TypedFeedback { get; init; }

    public bool IsEvaluator => Side == DefenceSide.Evaluator;

    public bool IsMine => Side == DefenceSide.Learner;

    public Rubric Rubric => Project.Evaluation!.Rubric;

    public bool IsDone => Evaluation.State == EvaluationState.Done;

    /// <summary>The evaluator may look at the work and fill in the rubric.</summary>
    public bool CanEvaluate => IsEvaluator && Evaluation.IsAhead && Evaluation.IsOpenToEvaluator;

    /// <summary>The reader may look at the code: the evaluator while and after it is open, the others once there is something to read.</summary>
    public bool MayReadCode => IsEvaluator ? CanEvaluate || IsDone : IsDone;

    public string? NameOf(Guid personId) => People.GetValueOrDefault(personId)?.Name;

    /// <summary>Address of the video room; null when there is none, or not yet.</summary>
    public string? Room => Evaluation is { IsAppointment: true, IsRevealed: true }
        ? Numbers.Room.Replace("{room}", Evaluation.RoomName, StringComparison.Ordinal)
        : null;
}

internal sealed record TypedFeedback(int Kind, int Precise, int Useful, string? Text);
