using Academy.Kernel.Permissions;

namespace Academy.Progress;

internal static class Permissions
{
    /// <summary>See one's own home, skills and level.</summary>
    public const string ReadOwn = "progress.read-own";

    public static IReadOnlyList<Permission> All { get; } = [new(ReadOwn, Role.Everybody)];
}
