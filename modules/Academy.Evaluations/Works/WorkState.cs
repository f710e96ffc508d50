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

/// <summary>Who may be found for somebody who waits: the ladder widens, so that nobody waits for ever.</summary>
internal enum Rung : byte
{
    /// <summary>Learners who have validated the project.</summary>
    Peer,

    /// <summary>Also those who have finished a track.</summary>
    Alumni,

    /// <summary>Also mentors.</summary>
    Mentor,

    /// <summary>A recorded or written defence is offered as well.</summary>
    Recording,
}
