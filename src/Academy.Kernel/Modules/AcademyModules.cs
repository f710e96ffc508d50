using Academy.Kernel.Permissions;

namespace Academy.Kernel.Modules;

/// <summary>The modules of this academy, in the order in which data flows through them.</summary>
/// <param name="All">Upstream first.</param>
public sealed record AcademyModules(IReadOnlyList<IModule> All)
{
    /// <summary>All permissions, by name.</summary>
    public IReadOnlyDictionary<string, Permission> Permissions { get; } =
        All.SelectMany(m => m.Permissions).ToDictionary(p => p.Name);
}
