namespace Academy.Kernel.Permissions;

/// <summary>Something that a person may be allowed to do. Pages and endpoints name it as their policy.</summary>
/// <param name="Name">Module and verb: "curriculum.read". A constant, since attributes need it.</param>
/// <param name="Roles">Who may.</param>
public sealed record Permission(string Name, Role Roles);
