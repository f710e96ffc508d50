using Academy.Contracts.Curriculum;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Reading;

namespace Academy.Evaluations.Api;

/// <param name="AttemptId">Null for the evaluator until the names are revealed: it leads to the learner.</param>
/// <param name="Evaluator">Null until the names are revealed.</param>
/// <param name="Room">Null until the reveal, and without an appointment.</param>
/// <param name="Commit">The frozen commit; null while the reader may not look at it yet.</param>
/// <param name="Sheet">The evaluator's own from the beginning, the others' once it is handed in; null before.</param>
/// <param name="Comments">On lines, by file.</param>
/// <param name="Feedback">What the reader has said of the evaluation; null: nothing yet.</param>
internal sealed record DefenceAnswer(
    Guid Id, Guid? AttemptId, string Project, EvaluationKind Kind, EvaluationState State, DateTimeOffset StartsAt, DateTimeOffset EndsAt,
    bool IsEvaluator, bool CanEvaluate, PersonAnswer? Evaluator, IReadOnlyList<PersonAnswer> Members, string? Room, string? Commit,
    int GraderPercent, int? Percent, RubricAnswer Rubric, SheetAnswer? Sheet, IReadOnlyList<CommentAnswer> Comments, FeedbackAnswer? Feedback)
{
    public static DefenceAnswer Of(DefenceView view) => new(
        view.Evaluation.Id, view.IsEvaluator && !view.Evaluation.IsRevealed ? null : view.Work.AttemptId, view.Project.Slug, view.Evaluation.ShownKind, view.Evaluation.State, view.Evaluation.StartsAt,
        view.Evaluation.EndsAt, view.IsEvaluator, view.CanEvaluate,
        PersonAnswer.Of(view, view.Evaluation.EvaluatorId),
        [.. view.Work.Members.Select(m => PersonAnswer.Of(view, m.LearnerId)).OfType<PersonAnswer>()],
        view.Room, view.MayReadCode ? view.Work.Commit : null, view.Work.GraderPercent, view.Evaluation.Percent,
        RubricAnswer.Of(view.Rubric, forLearner: view.IsMine),
        view.IsEvaluator || view.IsDone ? SheetAnswer.Of(view) : null,
        [.. view.Comments.Select(c => new CommentAnswer(c.Id, c.Path, c.Line, c.Text, c.At))],
        view.Feedback is { } said ? new FeedbackAnswer(said.Kind, said.Precise, said.Useful, said.Text) : null);
}

internal sealed record PersonAnswer(Guid Id, string Name)
{
    public static PersonAnswer? Of(DefenceView view, Guid id) => view.NameOf(id) is { } name ? new PersonAnswer(id, name) : null;
}

/// <summary>
/// The rubric of the release to which the work is pinned, in the language of the request. What is meant for the evaluator alone (guidance,
/// what to ask for) is not told to those who are evaluated: they may try again.
/// </summary>
/// <param name="Flags">What can be said of the whole.</param>
/// <param name="Changes">Small changes to ask for.</param>
internal sealed record RubricAnswer(string? Intro, IReadOnlyList<SectionAnswer> Sections, IReadOnlyList<EvaluationFlag> Flags, IReadOnlyList<string> Changes)
{
    public static RubricAnswer Of(Rubric rubric, bool forLearner) => new(
        forLearner ? null : rubric.Intro?.ToString(), [.. rubric.Sections.Select(s => SectionAnswer.Of(s, forLearner))], rubric.Flags,
        forLearner ? [] : [.. rubric.Changes.Select(c => c.ToString())]);
}

internal sealed record SectionAnswer(string Title, string? Guidance, IReadOnlyList<CriterionAnswer> Criteria)
{
    public static SectionAnswer Of(RubricSection section, bool forLearner) => new(
        section.Title.ToString(), forLearner ? null : section.Guidance?.ToString(),
        [.. section.Criteria.Select(c => new CriterionAnswer(c.Id, c.Kind, c.Text.ToString(), forLearner ? null : c.Guidance?.ToString(), c.Weight, c.Most))]);
}

/// <param name="Most">The highest answer; the lowest is 0.</param>
internal sealed record CriterionAnswer(string Id, CriterionKind Kind, string Text, string? Guidance, int Weight, int Most);

/// <param name="Number">Of this state: whoever saves sends a higher one.</param>
internal sealed record SheetAnswer(long Number, IReadOnlyDictionary<string, Answer> Answers, EvaluationFlag Flag, string Remark, IReadOnlyList<Guid> Absent)
{
    public static SheetAnswer Of(DefenceView view) => new(view.Number, view.Sheet.Answers, view.Sheet.Flag, view.Sheet.Remark, view.Sheet.Absent);
}

/// <param name="Number">Higher than that of the state from which it began. The same state sent again is kept once; an older one is refused.</param>
/// <param name="Answers">By criterion; those without an answer yet may be missing.</param>
/// <param name="Remark">Read by whoever did the work.</param>
/// <param name="Absent">Members of the team who took no part.</param>
internal sealed record SheetWish(
    long Number, IReadOnlyDictionary<string, AnswerWish?>? Answers, EvaluationFlag Flag, string? Remark, IReadOnlyList<Guid>? Absent)
{
    public Sheet ToSheet() => new(
        (Answers ?? new Dictionary<string, AnswerWish?>()).Where(a => a.Value is not null).ToDictionary(a => a.Key, a => new Answer(a.Value!.Value, a.Value.Comment ?? "")),
        Flag, Remark ?? "", Absent ?? []);
}

internal sealed record AnswerWish(int? Value, string? Comment);

internal sealed record SavedAnswer(long Number);

/// <param name="Line">From 1, in the frozen commit.</param>
internal sealed record CommentWish(string? Path, int Line, string? Text);

internal sealed record CommentAnswer(Guid Id, string Path, int Line, string Text, DateTimeOffset At);

/// <param name="Size">Bytes.</param>
/// <param name="IsOwn">Written or changed by the learners; otherwise it came with the project.</param>
internal sealed record FileAnswer(string Path, long Size, bool IsOwn);

/// <param name="Kind">1 to 5, as the others.</param>
internal sealed record FeedbackWish(int Kind, int Precise, int Useful, string? Text);

internal sealed record FeedbackAnswer(int Kind, int Precise, int Useful, string? Text);
