using Academy.Kernel.Permissions;

namespace Academy.Kernel.Zones;

/// <summary>
/// A place on a page where other modules show something: the page of a project knows nothing of gradings, yet shows them.
/// The page says <c>&lt;zone name="project" model="…" /&gt;</c>.
/// </summary>
/// <param name="Zone">Name of the zone: a constant of <see cref="ZoneNames"/>.</param>
/// <param name="Order">Smaller first.</param>
/// <param name="ViewComponent">Its InvokeAsync takes one parameter, <c>model</c>, of the zone's model type.</param>
/// <param name="Roles">Who sees it.</param>
public sealed record ZonePart(string Zone, int Order, Type ViewComponent, Role Roles = Role.Everybody);
