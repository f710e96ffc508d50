using Academy.Kernel.Permissions;

namespace Academy.Accounts;

internal static class Permissions
{
    /// <summary>One's own profile, security and tokens.</summary>
    public const string Self = "accounts.self";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Self, Role.Everybody),
    ];
}
