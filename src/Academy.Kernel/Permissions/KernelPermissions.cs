namespace Academy.Kernel.Permissions;

/// <summary>What the host itself lets people do.</summary>
public static class KernelPermissions
{
    /// <summary>See how the site is doing, and set right what went wrong.</summary>
    public const string Operate = "kernel.operate";

    internal static IReadOnlyList<Permission> All { get; } = [new(Operate, Role.Operator)];
}
