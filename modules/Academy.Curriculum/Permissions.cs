using Academy.Kernel.Permissions;

namespace Academy.Curriculum;

internal static class Permissions
{
    /// <summary>Read tracks and subjects.</summary>
    public const string Read = "curriculum.read";

    /// <summary>See what is wrong with the content, and have it looked at again.</summary>
    public const string Check = "curriculum.check";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Read, Role.Everybody),
        new(Check, Role.Trainer | Role.Operator),
    ];
}
