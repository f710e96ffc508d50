namespace Academy.Contracts.Grading;

/// <summary>Grading needs an operator's hand: something was given up, or no longer passes.</summary>
/// <param name="AlertId">The alert, told once.</param>
/// <param name="Detail">What was found, in English, as operators read it on their page.</param>
/// <param name="At">When.</param>
public sealed record OperatorAlerted(Guid AlertId, string Detail, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"alert/{AlertId}";
}
