namespace Academy.Contracts.Curriculum;

/// <summary>Something to be proud of: achievements.yml. It is never taken away, and nobody is compared.</summary>
/// <param name="Id">Unique; what a learner has earned is known by it.</param>
/// <param name="Title">What the learner reads.</param>
/// <param name="Text">What it takes, in one sentence.</param>
/// <param name="Fact">What is counted.</param>
/// <param name="Count">From how many on it is earned; of <see cref="AchievementFact.Level"/>, the level.</param>
public sealed record Achievement(string Id, Text Title, Text Text, AchievementFact Fact, int Count);

/// <summary>What achievements are earned with; all of it is counted from what the learner did.</summary>
public enum AchievementFact
{
    /// <summary>Projects validated.</summary>
    Projects,

    /// <summary>Projects validated with 100 %.</summary>
    Perfect,

    /// <summary>Projects validated after an attempt that had failed.</summary>
    Retries,

    /// <summary>Projects validated in a team.</summary>
    Teams,

    /// <summary>Stages of a track of which every project is validated, and none is still planned.</summary>
    Stages,

    /// <summary>The level reached.</summary>
    Level,

    /// <summary>Evaluations given.</summary>
    Evaluations,

    /// <summary>Returns after a pause or a silence of a day or more.</summary>
    Returns,

    /// <summary>People who came back, and whom the learner welcomed.</summary>
    Welcomes,
}
