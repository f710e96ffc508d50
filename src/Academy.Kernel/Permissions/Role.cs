namespace Academy.Kernel.Permissions;

/// <summary>Who lives in the academy (docs/glossary.md). A person may have several roles.</summary>
[Flags]
public enum Role
{
    None = 0,
    Learner = 1,
    Mentor = 2,
    Trainer = 4,
    CompanyTutor = 8,
    ProgrammeOfficer = 16,
    Operator = 32,

    /// <summary>Those who work for the academy.</summary>
    Staff = Mentor | Trainer | ProgrammeOfficer | Operator,

    /// <summary>Everybody who has an account.</summary>
    Everybody = Learner | CompanyTutor | Staff,
}

/// <summary>Roles one by one.</summary>
public static class RoleFlags
{
    /// <summary>The single roles that there are.</summary>
    public static IReadOnlyList<Role> All { get; } = [.. Enum.GetValues<Role>().Where(role => int.IsPow2((int)role))];

    /// <summary>The single roles that <paramref name="roles"/> is made of.</summary>
    public static IEnumerable<Role> Each(this Role roles) => All.Where(role => roles.HasFlag(role));
}
