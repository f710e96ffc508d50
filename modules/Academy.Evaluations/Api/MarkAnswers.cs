using Academy.Contracts.Curriculum;
using Academy.Evaluations.Appeals;
using Academy.Evaluations.Cases;
using Academy.Evaluations.Deciding;
using Academy.Evaluations.Evaluating;
using Academy.Evaluations.Reading;
using Academy.Evaluations.Works;

namespace Academy.Evaluations.Api;

/// <summary>What a mark stands on.</summary>
/// <param name="Marks">For the learner their own, for the staff everybody's; a percent is null until there is a mark.</param>
/// <param name="Changes">Oldest first.</param>
internal sealed record MarkAnswer(
    Guid AttemptId, string Project, string Commit, WorkState State, int PassMark, int GraderPercent, int GraderWeight, int Needed,
    IReadOnlyList<MemberMarkAnswer> Marks, IReadOnlyList<GivenEvaluationAnswer> Evaluations, IReadOnlyList<MarkChangeAnswer> Changes,
    IReadOnlyList<CaseAnswer> Cases, IReadOnlyList<AppealAnswer> Appeals)
{
    public static MarkAnswer Of(MarkView view, Guid readerId) => new(
        view.Work.AttemptId, view.Project.Slug, view.Work.Commit, view.Work.State, view.Rules.PassMark, view.Work.GraderPercent,
        view.Plan.GraderWeight, view.Work.Needed,
        [.. view.Work.Members.Where(m => !view.IsMine || m.LearnerId == readerId).Select(m => new MemberMarkAnswer(m.LearnerId, view.NameOf(m.LearnerId), m.Percent))],
        [
            .. view.Evaluations.Where(e => e.Sheet is not null).Select(e => new GivenEvaluationAnswer(
                e.Evaluation.Id, e.Evaluation.Kind, e.Evaluation.DoneAt, view.NameOf(e.Evaluation.EvaluatorId), e.Evaluation.Percent, e.Sheet!.Flag,
                e.Sheet.Answers.ToDictionary(a => a.Key, a => a.Value.Value), e.Sheet.Remark)),
        ],
        [.. view.Changes.Select(c => new MarkChangeAnswer(c.LearnerId, c.FromPercent, c.ToPercent, c.Cause, view.NameOf(c.By), c.Reason, c.At))],
        [.. view.Cases.Select(CaseAnswer.Of)],
        [.. view.Appeals.Select(AppealAnswer.Of)]);
}

internal sealed record MemberMarkAnswer(Guid LearnerId, string? Name, int? Percent);

/// <param name="Evaluator">Null when the reader has not met them.</param>
/// <param name="Answers">By criterion of the rubric.</param>
internal sealed record GivenEvaluationAnswer(
    Guid Id, EvaluationKind Kind, DateTimeOffset? DoneAt, string? Evaluator, int? Percent, EvaluationFlag Flag,
    IReadOnlyDictionary<string, int?> Answers, string Remark);

/// <param name="From">Null: there was none before.</param>
/// <param name="By">Null: the rules alone.</param>
internal sealed record MarkChangeAnswer(Guid LearnerId, int? From, int To, MarkCauseKind Cause, string? By, string? Reason, DateTimeOffset At);

internal sealed record AppealWish(string? Text);

internal sealed record RaisedAnswer(Guid Id);

/// <param name="Percent">The mark from now on; null: the appeal is rejected.</param>
internal sealed record JudgementWish(int? Percent, string? Reason);

/// <param name="FromPercent">The mark that it is about.</param>
/// <param name="Reason">Why it was judged so; null while it is open.</param>
internal sealed record AppealAnswer(
    Guid Id, Guid AttemptId, Guid LearnerId, int FromPercent, string Text, AppealState State, DateTimeOffset RaisedAt, DateTimeOffset? JudgedAt, string? Reason)
{
    public static AppealAnswer Of(Appeal appeal) => new(
        appeal.Id, appeal.AttemptId, appeal.LearnerId, appeal.FromPercent, appeal.Text, appeal.State, appeal.RaisedAt, appeal.JudgedAt, appeal.Reason);
}

/// <param name="Items">Newest first.</param>
/// <param name="Next">Cursor of the next page; null: that was all.</param>
internal sealed record AppealsAnswer(IReadOnlyList<AppealAnswer> Items, Guid? Next);

/// <param name="Statement">What the learners say to it.</param>
internal sealed record StatementWish(string? Statement);

internal sealed record DecisionWish(bool IsUpheld, string? Reason);

/// <param name="Statements">What the learners say to it; of their own work, everybody reads their own.</param>
/// <param name="Reason">Why it was decided so; null while it is open.</param>
internal sealed record CaseAnswer(
    Guid Id, Guid AttemptId, Guid EvaluationId, CaseState State, DateTimeOffset OpenedAt, IReadOnlyList<StatementAnswer> Statements,
    DateTimeOffset? DecidedAt, string? Reason)
{
    public static CaseAnswer Of(Case open) => new(
        open.Id, open.AttemptId, open.EvaluationId, open.State, open.OpenedAt,
        [.. open.Statements.OrderBy(s => s.At).Select(s => new StatementAnswer(s.LearnerId, s.Text, s.At))],
        open.DecidedAt, open.Reason);
}

internal sealed record StatementAnswer(Guid LearnerId, string Text, DateTimeOffset At);

/// <param name="Items">Newest first.</param>
/// <param name="Next">Cursor of the next page; null: that was all.</param>
internal sealed record CasesAnswer(IReadOnlyList<CaseAnswer> Items, Guid? Next);
