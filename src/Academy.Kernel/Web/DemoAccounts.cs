using Academy.Kernel.Permissions;

namespace Academy.Kernel.Web;

/// <summary>The people of the demo academy, one for each role and a second learner.</summary>
public static class DemoAccounts
{
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("apprenant@demo.academy", "Sacha Morel", Role.Learner),
        new("apprenante2@demo.academy", "Inès Garnier", Role.Learner),
        new("mentor@demo.academy", "Yanis Lefèvre", Role.Mentor),
        new("formateur@demo.academy", "Claire Aubry", Role.Trainer),
        new("tuteur@demo.academy", "Marc Delmas", Role.CompanyTutor),
        new("programme@demo.academy", "Nora Benali", Role.ProgrammeOfficer),
        new("admin@demo.academy", "Alex Roussel", Role.Operator),
    ];
}

/// <summary>An account whose password everybody knows.</summary>
public sealed record DemoAccount(string Email, string Name, Role Role);
