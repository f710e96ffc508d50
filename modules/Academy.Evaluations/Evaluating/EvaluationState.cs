namespace Academy.Evaluations.Evaluating;

/// <summary>How far an evaluation is.</summary>
internal enum EvaluationState
{
    /// <summary>The appointment stands.</summary>
    Booked,

    /// <summary>The evaluator fills in the rubric.</summary>
    UnderWay,

    /// <summary>Handed in.</summary>
    Done,

    /// <summary>One of both cancelled.</summary>
    Cancelled,

    /// <summary>One of both did not come.</summary>
    NoShow,

    /// <summary>The evaluator never handed it in; somebody else takes over.</summary>
    Replaced,
}

/// <summary>How a work is looked at.</summary>
internal enum EvaluationKind
{
    /// <summary>Both meet in a video room.</summary>
    Live,

    /// <summary>The learner has recorded the defence.</summary>
    Recorded,

    /// <summary>The learner has written the defence.</summary>
    Written,

    /// <summary>Live, by a mentor, because two marks lie far apart.</summary>
    Third,

    /// <summary>A work that the staff has marked already, to see how strict somebody is.</summary>
    Calibration,
}
