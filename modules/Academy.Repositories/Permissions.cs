using Academy.Kernel.Permissions;

namespace Academy.Repositories;

internal static class Permissions
{
    /// <summary>Read repositories, on the site and with git: one's own, or a learner's whose work one may read.</summary>
    public const string Read = "repositories.read";

    public static IReadOnlyList<Permission> All { get; } = [new(Read, Role.Everybody)];
}
