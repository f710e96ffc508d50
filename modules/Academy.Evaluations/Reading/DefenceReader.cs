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

/// <summary>An evaluation as one of its two sides sees it. To everybody else it does not exist.</summary>
internal sealed class DefenceReader(AcademyDb db, ICurriculum curriculum, IPeople people)
{
    public async Task<DefenceView?> FindAsync(Guid evaluationId, Guid readerId, CancellationToken ct)
    {
        var evaluation = await db.Set<Evaluation>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == evaluationId, ct);
        if (evaluation is null) return null;

        var work = await db.Set<Work>().AsNoTracking().Include(w => w.Members).SingleAsync(w => w.AttemptId == evaluation.AttemptId, ct);
        var isEvaluator = evaluation.EvaluatorId == readerId;
        // Whose work a calibration uses must not learn of it.
        if (!isEvaluator && (!work.Has(readerId) || evaluation.Kind == EvaluationKind.Calibration)) return null;

        var release = await curriculum.GetAsync(work.ReleaseId, ct);
        var calibration = evaluation.Kind == EvaluationKind.Calibration
            ? await db.Set<CalibrationWork>().AsNoTracking().SingleOrDefaultAsync(c => c.AttemptId == work.AttemptId, ct)
            : null;
        var sheet = await db.Set<EvaluationSheet>().AsNoTracking().SingleOrDefaultAsync(s => s.EvaluationId == evaluationId, ct);
        var mayReadSheet = isEvaluator || evaluation.State == EvaluationState.Done;
        return new DefenceView(
            evaluation,
            work,
            release.Projects[work.ProjectSlug],
            release.Rules,
            isEvaluator,
            evaluation.IsRevealed ? await people.FindAsync([evaluation.EvaluatorId, .. work.Members.Select(m => m.LearnerId)], ct) : new Dictionary<Guid, Person>(),
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

    private async Task<IReadOnlyList<LineComment>> CommentsAsync(Guid evaluationId, CancellationToken ct) =>
        await db.Set<LineComment>().AsNoTracking()
            .Where(c => c.EvaluationId == evaluationId)
            .OrderBy(c => c.Path).ThenBy(c => c.Line).ThenBy(c => c.At)
            .ToListAsync(ct);
}

/// <param name="Evaluation">The appointment and what came of it.</param>
/// <param name="Work">What is looked at.</param>
/// <param name="Project">Of the pinned release.</param>
/// <param name="Rules">Of the pinned release.</param>
/// <param name="IsEvaluator">The reader evaluates; otherwise it is the reader's work.</param>
/// <param name="People">Both sides; empty while names are hidden.</param>
/// <param name="Sheet">The rubric as it was filled in; empty for the learner until it is handed in.</param>
/// <param name="Number">Of the sheet that was saved last.</param>
/// <param name="Comments">On lines, by file.</param>
/// <param name="Recording">A recorded or written defence, if there is one.</param>
/// <param name="Feedback">What the reader said of the evaluation.</param>
internal sealed record DefenceView(
    Evaluation Evaluation, Work Work, Project Project, Rules Rules, bool IsEvaluator, IReadOnlyDictionary<Guid, Person> People,
    Sheet Sheet, long Number, IReadOnlyList<LineComment> Comments, Recording? Recording, GivenFeedback? Feedback)
{
    /// <summary>What the staff made of this work: the evaluator learns it once the evaluation is handed in.</summary>
    public CalibrationWork? Calibration { get; init; }

    /// <summary>A calibration was handed in long ago; its date would give it away.</summary>
    public DateTimeOffset HandedInAt => Evaluation.Kind == EvaluationKind.Calibration ? Evaluation.WaitingSince : Work.HandedInAt;

    public Rubric Rubric => Project.Evaluation!.Rubric;

    public bool IsDone => Evaluation.State == EvaluationState.Done;

    /// <summary>The evaluator may look at the work and fill in the rubric.</summary>
    public bool CanEvaluate => IsEvaluator && Evaluation.IsAhead && Evaluation.IsOpenToEvaluator;

    /// <summary>The reader may look at the code: the evaluator while and after it is open, the learner once there is something to read.</summary>
    public bool MayReadCode => IsEvaluator ? CanEvaluate || IsDone : IsDone;

    public string? NameOf(Guid personId) => People.GetValueOrDefault(personId)?.Name;

    /// <summary>Address of the video room; null when there is none, or not yet.</summary>
    public string? Room => Evaluation is { IsAppointment: true, IsRevealed: true }
        ? Rules.Evaluation.Room.Replace("{room}", Evaluation.RoomName, StringComparison.Ordinal)
        : null;
}
