using Academy.Kernel.Permissions;

namespace Academy.Accounts.People;

/// <summary>Names of the roles, as keys of their translations.</summary>
internal static class RoleTexts
{
    public static string Of(Role role) => role switch
    {
        Role.Learner => "Learner",
        Role.Mentor => "Mentor",
        Role.Trainer => "Trainer",
        Role.CompanyTutor => "Company tutor",
        Role.ProgrammeOfficer => "Programme officer",
        Role.Operator => "Operator",
        _ => role.ToString(),
    };

    /// <summary>As security events keep roles: "Learner, Mentor".</summary>
    public static string Written(Role roles) => string.Join(", ", roles.Each());

    /// <summary>What the role is for.</summary>
    public static string WhatFor(Role role) => role switch
    {
        Role.Learner => "Takes projects and pushes work.",
        Role.Mentor => "Helps learners and evaluates their work.",
        Role.Trainer => "Writes projects, and reads learners' work.",
        Role.CompanyTutor => "Follows interns in a company.",
        Role.ProgrammeOfficer => "Invites and follows learners, and reports.",
        Role.Operator => "Runs the site: accounts, roles, security.",
        _ => "",
    };
}
