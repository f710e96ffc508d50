using Academy.Contracts;
using Academy.Contracts.Enrolment;

namespace Academy.Curriculum.Tracks;

/// <summary>How a step of a track looks.</summary>
internal enum StepState
{
    /// <summary>To somebody who is not a learner: no state.</summary>
    Plain,
    Done,
    InProgress,
    Open,

    /// <summary>Another attempt opens later.</summary>
    Waiting,
    Locked,
    Planned,
}

/// <summary>A project of a track, or a planned one, as its reader sees it.</summary>
/// <param name="Id">Slug, or id of a planned one.</param>
/// <param name="Title">What it is called.</param>
/// <param name="State">See <see cref="StepState"/>.</param>
/// <param name="Xp">At 100 %; null when it is planned.</param>
/// <param name="Hours">Expected work; null when it is planned.</param>
/// <param name="Requires">Titles of what it requires.</param>
/// <param name="Missing">Titles of what is to be validated first.</param>
/// <param name="OpensAt">Waiting: from when another attempt may begin.</param>
internal sealed record TrackStep(
    string Id, Text Title, StepState State, int? Xp, int? Hours, IReadOnlyList<Text> Requires, IReadOnlyList<Text> Missing,
    DateTimeOffset? OpensAt = null)
{
    /// <summary>Null when there is nothing to read yet.</summary>
    public string? Address => State == StepState.Planned ? null : $"/projects/{Id}";

    public StepLook Look => StepLook.Of(State);
}

/// <summary>Tone, icon and English word of a state (docs/design-system.md).</summary>
internal sealed record StepLook(string Tone, string Icon, string Word)
{
    public static StepLook Of(StepState state) => state switch
    {
        StepState.Done => new("is-ok", "check", "Validated"),
        StepState.InProgress => new("is-accent", "play", "In progress"),
        StepState.Open => new("is-info", "arrow", "Open"),
        StepState.Waiting => new("is-quiet", "clock", "Opens again later"),
        StepState.Locked => new("is-quiet", "lock", "Locked"),
        StepState.Planned => new("is-quiet", "calendar", "Coming"),
        _ => new("", "book", "Project"),
    };

    public static StepState StateOf(ProjectState state) => state switch
    {
        ProjectState.Done => StepState.Done,
        ProjectState.InProgress => StepState.InProgress,
        ProjectState.Open => StepState.Open,
        ProjectState.Waiting => StepState.Waiting,
        _ => StepState.Locked,
    };
}
