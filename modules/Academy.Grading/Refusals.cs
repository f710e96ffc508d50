using Academy.Kernel.Outcomes;

namespace Academy.Grading;

internal static class Refusals
{
    public static readonly Refusal UnknownGrading =
        new("unknown-grading", "There is no such grading, or it is not yours.", Status: 404);

    public static readonly Refusal UnknownAttempt =
        new("unknown-attempt", "There is no such attempt, or it is not yours.", Status: 404);

    public static readonly Refusal NothingToRepeat =
        new("nothing-to-repeat", "This grading did not fail on our side: there is nothing to run again.");

    public static readonly Refusal UnknownAlert = new("unknown-alert", "There is no such alert.", Status: 404);

    public static readonly Refusal UnknownWorker = new("unknown-worker", "There is no such worker.", Status: 404);

    public static readonly Refusal UnknownProject = new("unknown-project", "There is no such project.", Status: 404);

    public static readonly Refusal UnknownRegrade = new("unknown-regrade", "There is no such regrade.", Status: 404);

    public static readonly Refusal NothingToRegrade =
        new("nothing-to-regrade", "Nobody has a result that fits: there is nothing to grade again.");

    public static readonly Refusal OnlyEvaluated =
        new("only-evaluated", "People have evaluated these works: their mark is not the grader's alone, so a regrade leaves them out. An appeal can change such a mark.");

    public static readonly Refusal RegradeNotReady =
        new("regrade-not-ready", "Not everything is graded yet. Decide when the trial is complete.");

    public static readonly Refusal RegradeDecided = new("regrade-decided", "This regrade was applied already.");

    public static readonly Refusal NothingToStop =
        new("nothing-to-stop", "Nothing waits to be graded any more: there is nothing to stop.");

    public static readonly Refusal NobodyChosen =
        new("nobody-chosen", "Say whose results are graded again: write or tick at least one name.");

    public static readonly Refusal LearnersUnclear =
        new("learners-unclear", "It is not clear who is meant by: {0}. Nobody with a result in this project fits, or several people do.");

    public static readonly Refusal TooManyNames = new("too-many-names", "A list may have {0} names.");

    public static readonly Refusal RegradeNotApplied = new("regrade-not-applied", "This regrade does not apply: there is nothing to undo.");

    /// <summary>Somebody else took, superseded or finished the grading first; never shown to a person.</summary>
    public static readonly Refusal Overtaken = new("grading-overtaken", "This grading was taken over.");
}
