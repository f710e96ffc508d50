using Academy.Kernel.Permissions;

namespace Academy.Progress;

internal static class Permissions
{
    /// <summary>See one's own home, skills and level.</summary>
    public const string ReadOwn = "progress.read-own";

    /// <summary>Choose one's own pace, pause, welcome others, show a public profile.</summary>
    public const string Learn = "progress.learn";

    /// <summary>See how learners go along.</summary>
    public const string Accompany = "progress.accompany";

    /// <summary>Say who accompanies whom.</summary>
    public const string AssignReferents = "progress.assign-referents";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(ReadOwn, Role.Everybody),
        new(Learn, Role.Learner),
        new(Accompany, Role.ProgrammeOfficer | Role.Trainer | Role.Mentor),
        new(AssignReferents, Role.ProgrammeOfficer),
    ];
}
