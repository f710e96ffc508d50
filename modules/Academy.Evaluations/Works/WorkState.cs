namespace Academy.Evaluations.Works;

/// <summary>How far what was handed in is.</summary>
internal enum WorkState
{
    /// <summary>Evaluations are missing, booked or under way.</summary>
    Waiting,

    /// <summary>A trainer decides a case before there is a mark.</summary>
    Case,

    /// <summary>There is a mark.</summary>
    Decided,
}
