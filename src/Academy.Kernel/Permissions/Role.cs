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
