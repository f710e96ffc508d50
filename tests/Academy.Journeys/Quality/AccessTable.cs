using Academy.Kernel.Permissions;

namespace Academy.Journeys.Quality;

/// <summary>The people of <see cref="AccessPlaces"/>.</summary>
[Flags]
internal enum Visitor
{
    /// <summary>The learner whose work it is, and captain of the team.</summary>
    Owner = 1,

    /// <summary>Another learner, who has evaluated that work.</summary>
    Evaluator = 2,

    Mentor = 4,
    Trainer = 8,
    Tutor = 16,
    Officer = 32,
    Operator = 64,
    Anybody = 127,
}

/// <param name="May">Who may ask at all; others are refused.</param>
/// <param name="Sees">For whom, of those, it is there; to the others it does not exist.</param>
internal sealed record Access(Role May, Visitor Sees = Visitor.Anybody)
{
    public static implicit operator Access(Role may) => new(may);
}

/// <summary>Who may see which address.</summary>
internal static class AccessTable
{
    private const Role WorkReaders = Role.Learner | Role.Trainer;
    private const Role Meeting = Role.Learner | Role.Mentor | Role.Trainer;
    private const Role Helpers = Role.Mentor | Role.Trainer;
    private const Visitor OwnerAndTrainer = Visitor.Owner | Visitor.Trainer;
    private const Visitor BothSides = Visitor.Owner | Visitor.Evaluator;
    private const Visitor BothSidesAndHelpers = BothSides | Visitor.Mentor | Visitor.Trainer;
    private const Visitor OwnerAndHelpers = Visitor.Owner | Visitor.Mentor | Visitor.Trainer;

    public static (string Email, Role Role, Visitor Visitor)[] Visitors { get; } =
    [
        ("apprenant@demo.academy", Role.Learner, Visitor.Owner),
        ("apprenante2@demo.academy", Role.Learner, Visitor.Evaluator),
        ("mentor@demo.academy", Role.Mentor, Visitor.Mentor),
        ("formateur@demo.academy", Role.Trainer, Visitor.Trainer),
        ("tuteur@demo.academy", Role.CompanyTutor, Visitor.Tutor),
        ("programme@demo.academy", Role.ProgrammeOfficer, Visitor.Officer),
        ("admin@demo.academy", Role.Operator, Visitor.Operator),
    ];

    /// <summary>Open to visitors.</summary>
    public static string[] Open { get; } =
    [
        "", "welcome", "error/{status:int}", "account/sign-in", "account/sign-out", "account/sign-up", "account/forgotten-password", "account/reset-password",
        "account/invitation/{code}", "health/live", "health/ready", "openapi/{documentName}.json",
        // The first-run page is gone once there is an account; the design system's page is only there in development.
        "setup", "design",
        // A learner's public profile, if there is one: tests/Academy.Progress.Tests.
        "p/{address}",
        // Git asks for a password of its own: tests/Academy.Repositories.Tests.
        "git/{owner}/{name}.git/info/refs",
    ];

    /// <summary>Behind a sign-in, by route.</summary>
    public static Dictionary<string, Access> Signed { get; } = new()
    {
        // Learning
        ["skills"] = Role.Everybody,
        ["track"] = Role.Everybody,
        ["tracks"] = Role.Everybody,
        ["tracks/{slug}"] = Role.Everybody,
        ["rules"] = Role.Everybody,
        ["pace"] = Role.Learner,
        ["achievements"] = Role.Learner,
        ["public-profile"] = Role.Learner,
        ["projects/{slug}"] = Role.Everybody,
        ["projects/{slug}/register"] = Role.Learner,
        ["projects/{slug}/files/{release}/{**path}"] = Role.Everybody,

        // A work: whoever is asked to evaluate it may come from any role, so the code is hidden rather than refused.
        ["attempts/{id:guid}"] = new(WorkReaders, OwnerAndTrainer),
        ["attempts/{id:guid}/give-up"] = new(Role.Learner, Visitor.Owner),
        ["attempts/{id:guid}/team"] = new(WorkReaders, OwnerAndTrainer),
        ["attempts/{attemptId:guid}/files/{**path}"] = new(Role.Everybody, OwnerAndTrainer),
        ["attempts/{attemptId:guid}/history"] = new(Role.Everybody, OwnerAndTrainer),
        ["attempts/{attemptId:guid}/commits/{sha}"] = new(Role.Everybody, OwnerAndTrainer),
        ["attempts/{attemptId:guid}/external"] = new(Role.Everybody, OwnerAndTrainer),
        ["attempts/{attemptId:guid}/gradings/{commit:length(40,64)}"] = new(WorkReaders, OwnerAndTrainer),
        ["gradings/{id:guid}"] = new(WorkReaders, OwnerAndTrainer),

        // Evaluating
        ["attempts/{id:guid}/evaluations"] = new(Role.Learner, Visitor.Owner),
        ["attempts/{id:guid}/recording"] = new(Role.Learner, Visitor.Owner),
        ["attempts/{id:guid}/recording/video"] = new(Meeting, BothSidesAndHelpers),
        ["appointments"] = Meeting,
        ["evaluations/times"] = Meeting,
        ["evaluations/mine"] = Meeting,
        ["defences/{id:guid}"] = new(Meeting, BothSidesAndHelpers),
        ["defences/{id:guid}/code/{**path}"] = new(Meeting, BothSidesAndHelpers),
        ["marks/{attemptId:guid}"] = new(Meeting, OwnerAndHelpers),
        ["marks/{attemptId:guid}/calibration"] = new(Role.Trainer),
        ["points"] = Role.Learner,
        ["judging"] = Helpers,
        ["judging/circles"] = new(Role.Trainer),
        ["judging/calibrations"] = new(Role.Trainer),
        ["evaluations/incidents"] = Helpers,

        // Helping, accompanying, telling
        ["attempts/{attemptId:guid}/help"] = new(Role.Learner, Visitor.Owner),
        ["help"] = Helpers,
        ["help/{id:guid}"] = new(Meeting, OwnerAndHelpers),
        ["learners"] = Helpers | Role.ProgrammeOfficer,
        ["learners/{id:guid}"] = Helpers | Role.ProgrammeOfficer,
        ["notices"] = Role.Everybody,
        ["notices/choices"] = Role.Everybody,

        // One's own account
        ["account/profile"] = Role.Everybody,
        ["account/security"] = Role.Everybody,
        ["account/tokens"] = Role.Everybody,

        // Running the academy
        ["admin/audit"] = Role.Operator,
        ["admin/content"] = Role.Trainer | Role.Operator,
        ["admin/gradings"] = Role.Operator,
        ["admin/households"] = Role.ProgrammeOfficer | Role.Operator,
        ["admin/households/{id:guid}"] = Role.ProgrammeOfficer | Role.Operator,
        ["admin/invitations"] = Role.ProgrammeOfficer | Role.Operator,
        ["admin/operations"] = Role.Operator,
        ["admin/people"] = Role.Operator,
        ["admin/people/{id:guid}"] = Role.Operator,
        ["admin/points"] = Role.Operator,
        ["admin/regrades"] = Role.Trainer | Role.Operator,
        ["admin/regrades/{id:guid}"] = Role.Trainer | Role.Operator,
        ["admin/webhooks"] = Role.Trainer | Role.Operator,
        ["admin/webhooks/{id:guid}"] = Role.Trainer | Role.Operator,

        // Programs
        ["api/v1/achievements"] = Role.Learner,
        ["api/v1/appeals"] = Helpers,
        ["api/v1/appointments"] = Meeting,
        ["api/v1/attempts"] = WorkReaders,
        ["api/v1/attempts/{id:guid}"] = new(WorkReaders, OwnerAndTrainer),
        ["api/v1/attempts/{id:guid}/gradings"] = new(WorkReaders, OwnerAndTrainer),
        ["api/v1/attempts/{id:guid}/help"] = new(Role.Learner, Visitor.Owner),
        ["api/v1/attempts/{id:guid}/team"] = new(WorkReaders, OwnerAndTrainer),
        ["api/v1/attempts/{id:guid}/team/candidates"] = new(Role.Learner, Visitor.Owner),
        ["api/v1/attempts/{id:guid}/times"] = new(Role.Learner, Visitor.Owner),
        ["api/v1/attempts/{id:guid}/work"] = new(Role.Learner, Visitor.Owner),
        ["api/v1/cases"] = Role.Trainer,
        ["api/v1/defences/{id:guid}"] = new(Meeting, BothSidesAndHelpers),
        ["api/v1/defences/{id:guid}/files"] = new(Meeting, BothSidesAndHelpers),
        ["api/v1/defences/{id:guid}/files/{**path}"] = new(Meeting, BothSidesAndHelpers),
        ["api/v1/gradings/{id:guid}"] = new(WorkReaders, OwnerAndTrainer),
        ["api/v1/gradings/{id:guid}/events"] = new(WorkReaders, OwnerAndTrainer),
        ["api/v1/help"] = Helpers,
        ["api/v1/help/{id:guid}"] = new(Meeting, OwnerAndHelpers),
        ["api/v1/incidents"] = Helpers,
        ["api/v1/invitations"] = Role.Learner,
        ["api/v1/marks/{attemptId:guid}"] = new(Meeting, OwnerAndHelpers),
        ["api/v1/level"] = Role.Learner,
        ["api/v1/me"] = Role.Everybody,
        ["api/v1/notices"] = Role.Everybody,
        ["api/v1/operations/gradings"] = Role.Operator,
        ["api/v1/pace"] = Role.Learner,
        ["api/v1/points"] = Role.Learner,
        ["api/v1/profile"] = Role.Learner,
        ["api/v1/projects"] = Role.Everybody,
        ["api/v1/projects/{slug}"] = Role.Everybody,
        ["api/v1/recordings"] = Meeting,
        ["api/v1/regrades"] = Role.Trainer | Role.Operator,
        ["api/v1/regrades/{id:guid}"] = Role.Trainer | Role.Operator,
        ["api/v1/skills"] = Role.Learner,
        ["api/v1/slots"] = Meeting,
        ["api/v1/slots/choices"] = Meeting,
        ["api/v1/slots/weekly"] = Meeting,
        ["api/v1/standing"] = Role.Learner,
        ["api/v1/webhooks"] = Role.Trainer | Role.Operator,
        ["api/v1/webhooks/{id:guid}/deliveries"] = Role.Trainer | Role.Operator,
    };
}
