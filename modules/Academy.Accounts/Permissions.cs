using Academy.Kernel.Permissions;

namespace Academy.Accounts;

internal static class Permissions
{
    /// <summary>One's own profile, security and tokens.</summary>
    public const string Self = "accounts.self";

    /// <summary>Bring people in.</summary>
    public const string Invite = "accounts.invite";

    /// <summary>See all accounts, give roles, close accounts.</summary>
    public const string People = "accounts.people";

    /// <summary>Read the security events of everybody.</summary>
    public const string Audit = "accounts.audit";

    /// <summary>Say who lives with whom.</summary>
    public const string Households = "accounts.households";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Self, Role.Everybody),
        new(Invite, Role.ProgrammeOfficer | Role.Operator),
        new(People, Role.Operator),
        new(Audit, Role.Operator),
        new(Households, Role.ProgrammeOfficer | Role.Operator),
    ];
}
