using Academy.Contracts.Grading;
using Academy.Grading.Queue;

namespace Academy.Grading.Regrading;

/// <summary>What a regrade would change, or has changed, for one learner.</summary>
internal sealed record RegradeLine(RegradeItem Item, GradingRun Run)
{
    public ResultState New => new(Run.Percent, Run.Verdict == Verdict.Passed, Run.ReleaseId);

    /// <summary>The new result can be said.</summary>
    public bool IsKnown => Change is not (RegradeChange.Waiting or RegradeChange.Dropped or RegradeChange.Unknown);

    public RegradeChange Change => this switch
    {
        { Run.State: RunState.Dropped } => RegradeChange.Dropped,
        { Run.State: not RunState.Finished } => RegradeChange.Waiting,
        { Run.Verdict: Verdict.PlatformError } => RegradeChange.Unknown,
        { New.IsValidated: true, Item.OldIsValidated: false } => RegradeChange.Gained,
        { New.IsValidated: false, Item.OldIsValidated: true } => RegradeChange.Lost,
        _ when New.Percent > Item.OldPercent => RegradeChange.Better,
        _ when New.Percent < Item.OldPercent => RegradeChange.Lower,
        _ => RegradeChange.None,
    };
}

/// <summary>In the order in which they matter to who decides.</summary>
internal enum RegradeChange
{
    /// <summary>A validated project would be lost: never without a decision about this very thing.</summary>
    Lost,

    Lower,

    Gained,

    Better,

    /// <summary>The grading failed on our side: nothing can be said, nothing changes.</summary>
    Unknown,

    Waiting,

    /// <summary>The trial was stopped before.</summary>
    Dropped,

    None,
}
