using Academy.Kernel.Permissions;

namespace Academy.Grading;

internal static class Permissions
{
    /// <summary>Read gradings: one's own, and a learner's for trainers.</summary>
    public const string Read = "grading.read";

    public static IReadOnlyList<Permission> All { get; } = [new(Read, Role.Learner | Role.Trainer)];
}
