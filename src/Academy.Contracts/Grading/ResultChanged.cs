namespace Academy.Contracts.Grading;

/// <summary>
/// Somebody of the staff decided that a learner's result on a project is another one: a regrade was applied, or undone. Unlike
/// <see cref="GradingFinished"/> it may take something away. It holds only where the result is still the one that it was decided on.
/// </summary>
/// <param name="AttemptId">Whose work it is.</param>
/// <param name="LearnerId">The learner.</param>
/// <param name="ProjectSlug">The project.</param>
/// <param name="From">The result on which it was decided.</param>
/// <param name="To">The result from now on.</param>
/// <param name="At">When it was decided.</param>
public sealed record ResultChanged(
    Guid AttemptId, Guid LearnerId, string ProjectSlug, ResultState From, ResultState To, DateTimeOffset At) : IEvent
{
    public string Aggregate => $"attempt/{AttemptId}";
}

/// <param name="Percent">The mark, 0 to 100.</param>
/// <param name="IsValidated">Whether the project is validated with it.</param>
/// <param name="ReleaseId">The release whose XP and skills count.</param>
public sealed record ResultState(int Percent, bool IsValidated, string ReleaseId);
