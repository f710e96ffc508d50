using Academy.Kernel.Permissions;

namespace Academy.Enrolment;

internal static class Permissions
{
    /// <summary>Begin projects.</summary>
    public const string Register = "enrolment.register";

    /// <summary>See attempts: one's own, and a learner's for trainers.</summary>
    public const string Read = "enrolment.read";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Register, Role.Learner),
        new(Read, Role.Learner | Role.Trainer),
    ];
}
