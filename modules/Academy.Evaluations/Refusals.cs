using Academy.Kernel.Outcomes;

namespace Academy.Evaluations;

internal static class Refusals
{
    public static readonly Refusal UnknownWork = new("unknown-work", "There is no such work, or it is not yours.", Status: 404);

    public static readonly Refusal OnlyTheCaptain = new("only-the-captain", "Only the captain of your team can do this. Ask them to.");

    public static readonly Refusal AlreadyHandedIn = new("already-handed-in", "This project is handed in already. Evaluators look at the commit that was handed in.");

    public static readonly Refusal NotUnderWay = new("not-under-way", "This attempt is over, or has not begun yet: nothing can be handed in.");

    public static readonly Refusal NothingToEvaluate = new("nothing-to-evaluate", "Nobody evaluates this project: the grader's mark is the mark.");

    public static readonly Refusal NotGraded = new("not-graded", "This commit has no result of the grader yet. Push it, wait for the result, then hand it in.");

    public static readonly Refusal BelowThePassMark = new("below-the-pass-mark", "The grader gives this commit {0} %. From {1} % on it can be handed in.");

    public static readonly Refusal NotEnoughPoints = new("not-enough-points", "This costs {0} points and you have {1}. Evaluate somebody to earn one, or wait for Monday's gift.");

    public static readonly Refusal NothingMissing = new("nothing-missing", "Your work has all the evaluators that it needs.");

    public static readonly Refusal EvaluationOver = new("evaluation-over", "This evaluation is over, or was cancelled.");

    public static readonly Refusal JustChanged = new("just-changed", "Something changed at the same moment. Please try again.");

    public static readonly Refusal AlreadyUndone = new("already-undone", "This was taken back already.");
}
