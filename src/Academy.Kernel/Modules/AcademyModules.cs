using Academy.Kernel.Menu;
using Academy.Kernel.Permissions;

namespace Academy.Kernel.Modules;

/// <summary>The modules of this academy, in the order in which data flows through them.</summary>
/// <param name="All">Upstream first.</param>
public sealed record AcademyModules(IReadOnlyList<IModule> All)
{
    /// <summary>All permissions, by name.</summary>
    public IReadOnlyDictionary<string, Permission> Permissions { get; } =
        KernelPermissions.All.Concat(All.SelectMany(m => m.Permissions)).ToDictionary(p => p.Name);

    /// <summary>What the menus offer to somebody with these roles, in order.</summary>
    public IEnumerable<MenuEntry> MenuFor(Role roles) => All
        .SelectMany(m => m.Menu)
        .Append(new MenuEntry("Operations", "/admin/operations", "settings", KernelPermissions.Operate, 95, MenuPlace.Manage))
        .Where(entry => (Permissions[entry.Permission].Roles & roles) != Role.None)
        .OrderBy(entry => entry.Order);
}
