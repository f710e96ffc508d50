using Academy.Kernel.Permissions;

namespace Academy.Grading;

internal static class Permissions
{
    /// <summary>Read gradings: one's own, and a learner's for trainers.</summary>
    public const string Read = "grading.read";

    /// <summary>Grade results of others again, and decide what counts.</summary>
    public const string Regrade = "grading.regrade";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Read, Role.Learner | Role.Trainer),
        new(Regrade, Role.Trainer | Role.Operator),
    ];
}
